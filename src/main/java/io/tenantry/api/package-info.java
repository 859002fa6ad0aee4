/** The REST surfaces: one package each, and what they share. Spring Web is known here. */
@NullMarked
package io.tenantry.api;

import org.jspecify.annotations.NullMarked;
