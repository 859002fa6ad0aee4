package io.tenantry.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldErrorTest {

  @Test
  void whenItQuotesMoreThanAnybodyReads_thenItIsCut() {
    var error = new FieldError("f".repeat(1 << 20), "m".repeat(301));
    assertThat(error.field()).hasSize(301).endsWith("f…");
    assertThat(error.message()).hasSize(301).endsWith("m…");
    assertThat(new FieldError("f".repeat(300), "").field()).hasSize(300);
  }

  @Test
  void whenItIsCut_thenNoCharacterIs() {
    assertThat(new FieldError("x".repeat(299) + "😀", "").field()).isEqualTo("x".repeat(299) + "…");
  }
}
