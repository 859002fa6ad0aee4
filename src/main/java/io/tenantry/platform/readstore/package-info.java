/**
 * The engines of the read models, and which of them this process uses. A read model is written
 * once: a record that is a document of MongoDB and a row of a SQL table alike.
 */
@NullMarked
package io.tenantry.platform.readstore;

import org.jspecify.annotations.NullMarked;
