/** The app keys' surface: the APIO tenant applications data. */
@NullMarked
package io.tenantry.api.appdata;

import org.jspecify.annotations.NullMarked;
