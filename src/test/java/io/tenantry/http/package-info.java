/** Real HTTP against the started service, once on each read store. */
@NullMarked
package io.tenantry.http;

import org.jspecify.annotations.NullMarked;
