package io.tenantry.platform.eventstore;

import io.tenantry.kernel.StoredName;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Which class stands for which stored name, and the other way round. */
public final class StoredNames {

  private record Known(Class<?> type, SerializedType stored) {}

  private final Map<String, Known> byName = new HashMap<>();
  private final Map<Class<?>, SerializedType> byClass = new HashMap<>();

  private StoredNames() {}

  /** All that the packages {@code io.tenantry.<module>.events} hold. */
  public static StoredNames scan() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(StoredName.class, false));
    var found = new LinkedHashSet<Class<?>>();
    for (var candidate : scanner.findCandidateComponents("io.tenantry.*.events")) {
      var name = String.valueOf(candidate.getBeanClassName());
      found.add(ClassUtils.resolveClassName(name, StoredNames.class.getClassLoader()));
    }
    return of(found);
  }

  /**
   * @throws IllegalStateException when two classes claim one name
   */
  public static StoredNames of(Collection<Class<?>> events) {
    var names = new StoredNames();
    for (var event : events) {
      var name = event.getAnnotation(StoredName.class);
      if (name == null) {
        throw new IllegalStateException(event.getName() + " has no @StoredName");
      }
      var stored = new SimpleSerializedType(name.value(), Integer.toString(name.revision()));
      var other = names.byName.put(name.value(), new Known(event, stored));
      if (other != null) {
        throw new IllegalStateException(
            "%s and %s are both stored as %s"
                .formatted(other.type.getName(), event.getName(), name.value()));
      }
      names.byClass.put(event, stored);
    }
    return names;
  }

  /** The classes of all events. */
  public Collection<Class<?>> classes() {
    return Collections.unmodifiableSet(byClass.keySet());
  }

  /**
   * @throws SerializationException when the class bears no stored name, so must not be stored
   */
  SerializedType typeOf(Class<?> event) {
    var type = byClass.get(event);
    if (type == null) {
      throw new SerializationException(
          event.getName() + " cannot be stored: it is no @StoredName event of an events package");
    }
    return type;
  }

  /**
   * @throws SerializationException when no class stands for that name and revision: a newer one
   *     wrote it, or its upcaster is missing
   */
  Class<?> classOf(@Nullable String name, @Nullable String revision) {
    var known = byName.get(name);
    if (known == null || !String.valueOf(known.stored.getRevision()).equals(revision)) {
      throw new SerializationException(
          "the stored event %s, revision %s, is unknown".formatted(name, revision));
    }
    return known.type;
  }
}
