/**
 * What all REST surfaces share: the problem body, strict reading of bodies, queries and headers,
 * conditional requests, cursors, and the way to the buses.
 */
@NamedInterface("support")
@NullMarked
package io.tenantry.api.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
