package io.tenantry.api.support;

import java.time.Duration;

/**
 * How clients may keep what they have read.
 *
 * @param maxAge for how long without asking again
 */
public record ClientCaching(Duration maxAge) {}
