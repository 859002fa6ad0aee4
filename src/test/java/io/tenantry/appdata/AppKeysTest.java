package io.tenantry.appdata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AppKeysTest {

  /** Streams are found by it for ever. */
  @Test
  void givenAnAppKey_whenItsStreamIsNamed_thenTheNameIsAsItAlwaysWas() {
    assertThat(AppKeys.streamId(10_000, "app", "key"))
        .isEqualTo("appkey:10000:Bh3EfnfBNn8Exy4E8okTbweH7FSMB5lzvMHl3NyR47I");
  }
}
