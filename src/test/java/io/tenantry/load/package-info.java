/**
 * The whole service under load, in this process or in one of its own that is killed. Each test has
 * a short form and one tagged {@code long}: the same with larger numbers.
 */
@NullMarked
package io.tenantry.load;

import org.jspecify.annotations.NullMarked;
