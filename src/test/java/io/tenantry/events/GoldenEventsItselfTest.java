package io.tenantry.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.kernel.StoredName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keeper of the golden file sees what it should see. */
class GoldenEventsItselfTest {

  @StoredName("sample.kept")
  record Kept(String name, @Nullable String note, List<String> tags) {}

  @StoredName("sample.kept")
  record FieldDropped(String name, List<String> tags) {}

  @TempDir Path folder;

  @Test
  void givenAnEvent_whenListed_thenItsFieldsAreThere() {
    assertThat(golden(Kept.class).list())
        .isEqualTo("sample.kept / 1\n  name: String\n  note: String?\n  tags: List<String>");
  }

  @Test
  void givenNoFixture_whenChecked_thenItIsMissed() {
    assertThat(golden(Kept.class).problems()).singleElement().asString().startsWith("missing");
  }

  @Test
  void givenAWholeFixture_whenChecked_thenAllIsWell() throws Exception {
    fixture("{\"name\":\"a\",\"note\":\"b\",\"tags\":[\"c\"]}");

    assertThat(golden(Kept.class).problems()).isEmpty();
  }

  @Test
  void givenAFixtureWithoutARequiredField_whenChecked_thenItIsNamed() throws Exception {
    fixture("{\"name\":\"a\",\"note\":\"b\"}");

    assertThat(golden(Kept.class).problems())
        .anyMatch(p -> p.contains("leaves tags null"))
        .anyMatch(p -> p.contains("does not show tags"));
  }

  @Test
  void givenAFurtherFixture_whenChecked_thenItMustLoadButNotShowEveryField() throws Exception {
    fixture("{\"name\":\"a\",\"note\":\"b\",\"tags\":[\"c\"]}");
    Files.writeString(
        folder.resolve("sample.kept.1.without-note.json"), "{\"name\":\"a\",\"tags\":[]}");
    assertThat(golden(Kept.class).problems()).isEmpty();

    Files.writeString(folder.resolve("sample.kept.1.without-tags.json"), "{\"name\":\"a\"}");
    assertThat(golden(Kept.class).problems())
        .singleElement()
        .asString()
        .contains("without-tags")
        .contains("leaves tags null");
  }

  @Test
  void givenADroppedField_whenChecked_thenListAndFixtureBothTell() throws Exception {
    fixture("{\"name\":\"a\",\"note\":\"b\",\"tags\":[\"c\"]}");
    Files.writeString(folder.resolve("golden.txt"), golden(Kept.class).list() + "\n");

    var dropped = golden(FieldDropped.class);
    assertThat(golden(Kept.class).list()).isEqualTo(golden(Kept.class).accepted());
    assertThat(dropped.list()).isNotEqualTo(dropped.accepted());
    assertThat(dropped.problems()).singleElement().asString().contains("cannot be loaded");
  }

  private void fixture(String json) throws Exception {
    Files.writeString(folder.resolve("sample.kept.1.json"), json);
  }

  private GoldenEvents golden(Class<?> event) {
    return new GoldenEvents(List.of(event), folder);
  }
}
