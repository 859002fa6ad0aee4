package io.tenantry.platform.processors;

import org.axonframework.eventhandling.EventHandlerInvoker;

/**
 * What a processor is made from.
 *
 * @param name the processing group, and the name of its position in the read store
 * @param readModel whether those who wait for read models wait for it
 */
record EventDriven(
    String name, boolean readModel, PositionTokens tokens, EventHandlerInvoker invoker) {}
