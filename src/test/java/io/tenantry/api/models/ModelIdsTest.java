package io.tenantry.api.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelIdsTest {

  @Test
  void givenManyWithinAMillisecond_whenMade_thenEachIsGreaterThanTheOneBefore() {
    var ids = new ModelIds();
    var made = Stream.generate(ids::next).limit(10_000).toList();
    assertThat(made).isSorted().doesNotHaveDuplicates();
    assertThat(made).allMatch(id -> UUID.fromString(id).version() == 7);
  }
}
