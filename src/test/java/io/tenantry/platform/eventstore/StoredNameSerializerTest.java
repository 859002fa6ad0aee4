package io.tenantry.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.kernel.StoredName;
import io.tenantry.sample.events.SampleHappened;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StoredNameSerializerTest {

  @StoredName("sample.noted")
  record Noted(String text, @Nullable String by, JsonNode data) {}

  /** What somebody made of {@link Noted} later. */
  @StoredName("sample.noted")
  record Renamed(String text, @Nullable String by, JsonNode data) {}

  @StoredName(value = "sample.noted", revision = 2)
  record Changed(String text) {}

  record Nameless(String text) {}

  private static final String STORED = "{\"data\":{\"n\":1.0,\"m\":1e400},\"text\":\"x\"}";

  @Test
  void givenAnEvent_whenWritten_thenItBearsItsStoredNameAndNothingOfItsClass() {
    var stored = serializer(Noted.class).serialize(read(Noted.class), String.class);

    assertThat(stored.getType().getName()).isEqualTo("sample.noted");
    assertThat(stored.getType().getRevision()).isEqualTo("1");
    assertThat(stored.getData())
        .doesNotContain("Noted")
        .contains("\"n\":1.0", "\"m\":1E+400")
        .doesNotContain("null");
  }

  @Test
  void givenAStoredEvent_whenItsClassWasRenamed_thenItIsReadAsBefore() {
    var renamed = read(Renamed.class);

    assertThat(renamed.text()).isEqualTo("x");
    assertThat(renamed.by()).isNull();
    assertThat(renamed.data().get("n").decimalValue()).hasToString("1.0");
  }

  @Test
  void givenAStoredEvent_whenItsRevisionIsAnother_thenReadingIsRefused() {
    assertThatThrownBy(() -> read(Changed.class)).isInstanceOf(SerializationException.class);
  }

  @Test
  void givenAStoredEvent_whenItsClassLacksAField_thenReadingIsRefused() {
    assertThatThrownBy(
            () ->
                serializer(SampleHappened.class)
                    .deserialize(
                        stored("sample.happened", "{\"what\":\"x\",\"number\":1,\"gone\":2}")))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void givenAClassWithoutAStoredName_whenWritten_thenItIsRefused() {
    assertThatThrownBy(() -> serializer(Noted.class).serialize(new Nameless("x"), byte[].class))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("@StoredName");
  }

  @Test
  void givenTwoClassesOfOneName_whenCollected_thenTheStartFails() {
    assertThatThrownBy(() -> StoredNames.of(List.of(Noted.class, Renamed.class)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sample.noted");
  }

  @Test
  void givenTheEventsPackages_whenScanned_thenTheirEventsAreFound() {
    assertThat(StoredNames.scan().classes())
        .contains(SampleHappened.class)
        .doesNotContain(Noted.class);
  }

  @Test
  void givenAReplayToken_whenWrittenAndRead_thenItIsTheSame() {
    var configuration = new SerializerConfiguration();
    var serializer = configuration.serializer(configuration.axonTypesOnly());
    var token =
        ReplayToken.createReplayToken(
            GapAwareTrackingToken.newInstance(9, List.of()),
            GapAwareTrackingToken.newInstance(3, List.of()));

    Object read = serializer.deserialize(serializer.serialize(token, byte[].class));
    assertThat(read).isEqualTo(token);
  }

  private static <T> T read(Class<T> type) {
    return serializer(type).deserialize(stored("sample.noted", STORED));
  }

  private static StoredNameSerializer serializer(Class<?> event) {
    return StoredNameSerializer.of(StoredNames.of(List.of(event)));
  }

  private static SimpleSerializedObject<byte[]> stored(String name, String json) {
    return new SimpleSerializedObject<>(
        json.getBytes(StandardCharsets.UTF_8), byte[].class, name, "1");
  }
}
