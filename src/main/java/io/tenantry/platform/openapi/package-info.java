/** The document of the interface, made from the endpoints and what they read and answer. */
@NullMarked
package io.tenantry.platform.openapi;

import org.jspecify.annotations.NullMarked;
