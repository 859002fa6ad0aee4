package io.tenantry.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.MetadataKeys;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.instancio.Instancio;
import org.instancio.settings.Keys;
import org.instancio.settings.Settings;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.util.ClassUtils;

/** Between processes all commands, queries and results travel as JSON, and come out the same. */
class MessagesCrossTest {

  private static final int SAMPLES = 20;

  private final Jackson3Serializer serializer =
      new SerializerConfiguration().serializer(new SerializerConfiguration().axonTypesOnly());

  @Test
  void givenAnyCommandOrQuery_whenItCrosses_thenItIsTheSame() throws Exception {
    var messages = new TreeSet<>(MessagesCrossTest::byName);
    for (var type : classes()) {
      if (type.isAnnotationPresent(AllowedTo.class)) {
        messages.add(type);
      }
    }
    assertThat(messages).hasSizeGreaterThan(20);
    messages.forEach(this::crosses);
  }

  @Test
  void givenAnyResult_whenItCrosses_thenItIsTheSame() throws Exception {
    var results = new TreeSet<>(MessagesCrossTest::byName);
    for (var type : classes()) {
      handlers(type).forEach(handler -> results.addAll(concrete(handler.getReturnType())));
    }
    assertThat(results).hasSizeGreaterThan(10);
    results.forEach(this::crosses);
  }

  @Test
  void givenARefusal_whenItCrosses_thenNothingOfItIsLost() throws Exception {
    crosses(Class.forName("io.tenantry.platform.axon.RefusalDetails"));
  }

  @Test
  void givenMetadata_whenItCrosses_thenItIsTheSame() {
    var metadata =
        MetaData.from(Map.of(MetadataKeys.AUTHORITY, "admin:10000", MetadataKeys.POSITION, "7"));
    assertThat(serializer.<byte[], MetaData>deserialize(bytes(metadata))).isEqualTo(metadata);
  }

  private void crosses(Class<?> type) {
    var settings =
        Settings.create().set(Keys.STRING_NULLABLE, false).set(Keys.COLLECTION_MAX_SIZE, 4);
    for (int i = 0; i < SAMPLES; i++) {
      Object message = Instancio.of(type).withSettings(settings).create();
      Object arrived = serializer.deserialize(bytes(message));
      assertThat(arrived).as(type.getName()).isEqualTo(message).hasSameClassAs(message);
    }
  }

  private org.axonframework.serialization.SerializedObject<byte[]> bytes(Object message) {
    return serializer.serialize(message, byte[].class);
  }

  private static int byName(Class<?> one, Class<?> other) {
    return one.getName().compareTo(other.getName());
  }

  private static Stream<Method> handlers(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).filter(MessagesCrossTest::isHandler);
  }

  private static boolean isHandler(Executable method) {
    return method.isAnnotationPresent(CommandHandler.class)
        || method.isAnnotationPresent(QueryHandler.class);
  }

  private static Set<Class<?>> concrete(Class<?> type) {
    var found = new LinkedHashSet<Class<?>>();
    if (type.isSealed()) {
      for (var each : type.getPermittedSubclasses()) {
        found.addAll(concrete(each));
      }
    } else if (type != void.class) {
      assertThat(type.isRecord()).as(type + " travels as a record").isTrue();
      found.add(type);
    }
    return found;
  }

  private static Set<Class<?>> classes() {
    var scanner =
        new ClassPathScanningCandidateComponentProvider(false) {
          @Override
          protected boolean isCandidateComponent(MetadataReader metadata) {
            return true;
          }

          @Override
          protected boolean isCandidateComponent(
              org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
            return true;
          }
        };
    var found = new LinkedHashSet<Class<?>>();
    for (var candidate : scanner.findCandidateComponents("io.tenantry")) {
      var name = String.valueOf(candidate.getBeanClassName());
      var type = ClassUtils.resolveClassName(name, MessagesCrossTest.class.getClassLoader());
      if (isShipped(type)) {
        found.add(type);
      }
    }
    return found;
  }

  private static boolean isShipped(Class<?> type) {
    var source = type.getProtectionDomain().getCodeSource();
    return source != null && !source.getLocation().getPath().contains("test-classes");
  }
}
