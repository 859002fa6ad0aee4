package io.tenantry.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,true",
    "127.9.9.9,true",
    "0:0:0:0:0:0:0:1,true",
    "::1,true",
    "::1%lo,true",
    "::ffff:127.0.0.1,true",
    "10.0.0.1,false",
    "fe80::1%eth0,false",
    "localhost,false",
    "unknown,false",
    "999.0.0.1,false",
    ":::,false",
    "'',false",
  })
  void givenAddress_whenAsked_thenOfThisMachineOrNot(String address, boolean loopback) {
    assertThat(Addresses.isLoopback(address)).isEqualTo(loopback);
  }

  @Test
  void givenAddressesOfOneNetwork_whenOfIpv6_thenOneHolder() {
    assertThat(Addresses.holder("2001:db8:1:2::1"))
        .isEqualTo(Addresses.holder("2001:db8:1:2:ffff:1:2:3%eth0"))
        .isNotEqualTo(Addresses.holder("2001:db8:1:3::1"));
    assertThat(Addresses.holder("10.0.0.1"))
        .isEqualTo(Addresses.holder("::ffff:10.0.0.1"))
        .isNotEqualTo(Addresses.holder("10.0.0.2"));
    assertThat(Addresses.holder("x".repeat(1000))).hasSize(64);
  }
}
