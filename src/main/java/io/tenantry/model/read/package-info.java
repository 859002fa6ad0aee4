/** What can be read of models. */
@NullMarked
package io.tenantry.model.read;

import org.jspecify.annotations.NullMarked;
