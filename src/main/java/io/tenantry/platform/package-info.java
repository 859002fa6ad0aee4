/** Wiring and engines, by concern. Knows everything; nobody knows it. */
@NullMarked
package io.tenantry.platform;

import org.jspecify.annotations.NullMarked;
