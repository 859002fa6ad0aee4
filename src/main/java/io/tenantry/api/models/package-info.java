/** The tenant models' surface. */
@NullMarked
package io.tenantry.api.models;

import org.jspecify.annotations.NullMarked;
