package io.tenantry;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps the components of tests, which lie in the service's own packages, out of the service. */
public final class ShippedClassesOnly extends TypeExcludeFilter {

  @Override
  public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
    return reader.getResource().getURI().toString().contains("/test-classes/");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ShippedClassesOnly;
  }

  @Override
  public int hashCode() {
    return ShippedClassesOnly.class.hashCode();
  }
}
