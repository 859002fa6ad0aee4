@NullMarked
package io.tenantry.platform.sqlite;

import org.jspecify.annotations.NullMarked;
