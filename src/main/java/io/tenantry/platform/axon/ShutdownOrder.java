package io.tenantry.platform.axon;

import org.axonframework.spring.config.SpringAxonConfiguration;

/**
 * In which order a shutdown goes, by phases of {@code SmartLifecycle}: the web server ends its
 * requests and stops; what follows events stops at a batch; Axon takes its handlers off the buses.
 * Only then are beans destroyed, against the order of dependencies: the event store ends its
 * streams, writes what waits and closes, and the data folder is unlocked last.
 */
public final class ShutdownOrder {

  /**
   * For all that follows events or sends commands by itself: after the web server, which is at most
   * 2048 below the top, and while commands are still handled. It starts before the web server.
   */
  public static final int PROCESSORS = SpringAxonConfiguration.LIFECYCLE_PHASE + 512;

  private ShutdownOrder() {}
}
