package io.tenantry.api.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CursorsTest {

  private final Cursors cursors = new Cursors(new byte[32]);
  private final String cursor = cursors.write("models", "10000", "place é");

  @Test
  void givenCursor_whenReadForItsList_thenThePlace() {
    assertThat(cursors.read("models", "10000", cursor)).isEqualTo("place é");
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void givenCursor_whenOfAnotherListOrDamaged_thenRefused() {
    refused(() -> cursors.read("keys", "10000", cursor));
    refused(() -> cursors.read("models", "10001", cursor));
    refused(() -> new Cursors(new byte[] {1}).read("models", "10000", cursor));
    refused(() -> cursors.read("models", "10000", cursor + "="));
    refused(() -> cursors.read("models", "10000", ""));
    refused(() -> cursors.read("models", "10000", "%%%"));
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String damaged = cursor.substring(0, i) + other + cursor.substring(i + 1);
      refused(() -> cursors.read("models", "10000", damaged));
    }
  }

  private static void refused(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.code()).isEqualTo(RefusalCode.UNREADABLE))
        .hasMessageStartingWith("cursor ");
  }
}
