/** HTTP: who may come in, how a request is made readable, how the service presents itself. */
@NullMarked
package io.tenantry.platform.web;

import org.jspecify.annotations.NullMarked;
