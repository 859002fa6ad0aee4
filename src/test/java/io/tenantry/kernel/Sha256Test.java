package io.tenantry.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {

  /** Such hashes are stored: FIPS 180's own example, and what a text beyond ASCII must stay. */
  @Test
  void givenKnownTexts_whenHashed_thenTheDigitsAreThoseOfEverywhere() {
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Sha256.hex("a\0ü"))
        .isEqualTo("0f6841b915ecef2bddd1b90e04eedba5a6f0218eaf5a519b66174260a50c51ff");
    assertThat(Sha256.of("abc")).hasSize(32).startsWith(0xba, 0x78, 0x16);
  }
}
