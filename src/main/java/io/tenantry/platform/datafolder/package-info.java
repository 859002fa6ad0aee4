/** The folder that belongs to one process: its lock, and the server's own secret. */
@NullMarked
package io.tenantry.platform.datafolder;

import org.jspecify.annotations.NullMarked;
