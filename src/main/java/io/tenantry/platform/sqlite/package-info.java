/** What SQLite's failures mean, and what a user can do about them. */
@NullMarked
package io.tenantry.platform.sqlite;

import org.jspecify.annotations.NullMarked;
