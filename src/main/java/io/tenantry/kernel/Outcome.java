package io.tenantry.kernel;

import java.util.List;

/**
 * To what a command has brought a resource. It names the result; what that looked like, the
 * resource's events tell.
 *
 * @param tenantId whose it is
 * @param names what tells it from others of its kind and tenant, in the order of its path; empty
 *     for the tenant itself
 * @param version the number of its events after the command; 0 for one that was never there
 */
public record Outcome(ResourceKind kind, long tenantId, List<String> names, long version) {}
