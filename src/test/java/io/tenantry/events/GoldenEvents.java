package io.tenantry.events;

import io.tenantry.platform.eventstore.StoredNameSerializer;
import io.tenantry.platform.eventstore.StoredNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was agreed upon for a set of events, and what speaks against it. */
final class GoldenEvents {

  private static final JsonMapper JSON = new JsonMapper();

  private final List<Class<?>> events;
  private final Path folder;
  private final Serializer serializer;
  private final EventUpcaster upcasters;

  GoldenEvents(List<Class<?>> events, Path folder) {
    this(events, folder, NoOpEventUpcaster.INSTANCE);
  }

  /**
   * @param upcasters what makes old revisions new: the application's own, as soon as there are any
   */
  GoldenEvents(List<Class<?>> events, Path folder, EventUpcaster upcasters) {
    this.events = events;
    this.folder = folder;
    this.serializer = StoredNameSerializer.of(StoredNames.of(events));
    this.upcasters = upcasters;
  }

  String list() {
    return events.stream().map(GoldenEvents::describe).collect(Collectors.joining("\n\n"));
  }

  private static String describe(Class<?> event) {
    var fields =
        fields(event).stream()
            .map(f -> "  " + f.getName() + ": " + type(f) + (nullable(f) ? "?" : ""));
    return Stream.concat(
            Stream.of(EventClasses.name(event) + " / " + EventClasses.revision(event)), fields)
        .collect(Collectors.joining("\n"));
  }

  private static String type(RecordComponent field) {
    return field.getGenericType().getTypeName().replaceAll("(\\w+\\.)+", "");
  }

  private static List<RecordComponent> fields(Class<?> event) {
    var components = event.getRecordComponents();
    return components == null ? List.of() : Arrays.asList(components);
  }

  private static boolean nullable(RecordComponent field) {
    return field.getAnnotatedType().isAnnotationPresent(Nullable.class)
        || field.isAnnotationPresent(Nullable.class);
  }

  String accepted() {
    var file = folder.resolve("golden.txt");
    return Files.exists(file) ? read(file).strip() : "";
  }

  /** What is wrong with events and fixtures; one line each. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    for (var event : events) {
      if (!event.isRecord()) {
        problems.add(event.getName() + " is no record");
      }
      for (int revision = 1; revision <= EventClasses.revision(event); revision++) {
        check(event, revision, problems);
      }
    }
    return problems;
  }

  private void check(Class<?> event, int revision, List<String> problems) {
    var file = folder.resolve(stem(event, revision) + ".json");
    if (!Files.exists(file)) {
      problems.add("missing: " + file);
      return;
    }
    check(event, revision, file, problems);
    if (revision == EventClasses.revision(event)) {
      unshown(event, read(file)).forEach(name -> problems.add(file + " does not show " + name));
    }
    for (var further : further(event, revision)) {
      check(event, revision, further, problems);
    }
  }

  private void check(Class<?> event, int revision, Path file, List<String> problems) {
    var json = read(file);
    Object loaded;
    try {
      loaded = load(EventClasses.name(event), revision, json);
    } catch (RuntimeException e) {
      problems.add(file + " cannot be loaded: " + e);
      return;
    }
    if (!event.isInstance(loaded)) {
      problems.add(file + " is no " + event.getName() + " when loaded");
      return;
    }
    for (var field : fields(event)) {
      if (!nullable(field) && value(field, loaded) == null) {
        problems.add(file + " leaves " + field.getName() + " null, which is not @Nullable");
      }
    }
    if (revision == EventClasses.revision(event)) {
      lost(json, loaded).forEach(name -> problems.add(file + " loses " + name));
    }
  }

  private static String stem(Class<?> event, int revision) {
    return EventClasses.name(event) + "." + revision;
  }

  /**
   * Further fixtures of the revision, such as one without an optional field: {@code a.1.x.json}.
   */
  private List<Path> further(Class<?> event, int revision) {
    var prefix = stem(event, revision) + ".";
    try (var files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches(Pattern.quote(prefix) + ".+\\.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object load(String name, int revision, String json) {
    var entry =
        new GenericDomainEventEntry<>(
            "Type",
            "id",
            0,
            "event",
            "2026-01-01T00:00:00Z",
            name,
            "" + revision,
            bytes(json),
            bytes("{}"));
    var token = GapAwareTrackingToken.newInstance(1, List.of());
    return EventUtils.upcastAndDeserializeTrackedEvents(
            Stream.of(new TrackedDomainEventData<>(token, entry)), serializer, upcasters)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("dropped by an upcaster"))
        .getPayload();
  }

  /** What was in the file and is another, or not there, when written again. */
  private List<String> lost(String json, Object loaded) {
    JsonNode before = JSON.readTree(json);
    JsonNode after = JSON.readTree(serializer.serialize(loaded, byte[].class).getData());
    return before.propertyNames().stream()
        .filter(name -> !before.get(name).equals(after.get(name)))
        .toList();
  }

  /** The first fixture of a revision shows every field, the optional ones too. */
  private static List<String> unshown(Class<?> event, String json) {
    JsonNode shown = JSON.readTree(json);
    return fields(event).stream()
        .map(RecordComponent::getName)
        .filter(name -> !shown.has(name))
        .toList();
  }

  private static @Nullable Object value(RecordComponent field, Object event) {
    try {
      var accessor = field.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
