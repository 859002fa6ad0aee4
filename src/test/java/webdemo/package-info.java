/**
 * A small application on what all surfaces share, outside of {@code io.tenantry} so that the real
 * one never finds it.
 */
@NullMarked
package webdemo;

import org.jspecify.annotations.NullMarked;
