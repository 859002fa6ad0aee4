/** The door: who may come in, as whom, and how often they may knock. */
@NullMarked
package io.tenantry.platform.security;

import org.jspecify.annotations.NullMarked;
