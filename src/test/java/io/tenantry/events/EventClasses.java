package io.tenantry.events;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tenantry.kernel.StoredName;
import java.util.Comparator;
import java.util.List;

/** Where the events are. */
final class EventClasses {

  private EventClasses() {}

  /** Every event of the application itself, wherever it lies, by stored name. */
  static List<Class<?>> ours() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tenantry")
            .stream()
            .filter(type -> type.isAnnotatedWith(StoredName.class))
            .<Class<?>>map(JavaClass::reflect)
            .sorted(Comparator.comparing(EventClasses::name))
            .toList();
  }

  static String name(Class<?> event) {
    return event.getAnnotation(StoredName.class).value();
  }

  static int revision(Class<?> event) {
    return event.getAnnotation(StoredName.class).revision();
  }
}
