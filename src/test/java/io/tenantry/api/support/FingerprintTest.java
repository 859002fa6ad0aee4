package io.tenantry.api.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.idempotency.Attempt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * What stands in records for ever: another value for the same request, and every retry of what was
 * done before an upgrade is refused.
 */
class FingerprintTest {

  @Test
  void givenARequest_whenItsFingerprintIsTaken_thenItIsWhatItEverWas() throws IOException {
    var request = request("PUT", "/api/v1/tenants/acme/", "{\"name\":\"Ä\",\"quota\":1.0}");
    request.setQueryString("a=b");
    request.addHeader("X-Tenant-ID", "10001");
    request.addHeader("If-Match", "\"3\"");
    assertThat(Fingerprint.of(request))
        .isEqualTo("8e50a08728b1b7f501fc475de4725b7dbbd8e728e91bd1183b7eae9b340619aa");
    assertThat(Fingerprint.of(request("DELETE", "/v1/tenant/models/1", "")))
        .isEqualTo("67ca3fdb6e16b0d53c67ec31b9fc22475925c3ac0a223f09f33d46dffdf1790e");
  }

  @ParameterizedTest
  @CsvSource({
    "/a/caf%c3%a9/%6b,x=%7e+b%2f,/a/caf%C3%A9/k,x=~%20b%2F",
    "/a/%41%2d%2E%5f%7E%30,,/a/A-._~0,",
    "/a/%2c%3b%25%2B+b/,,/a/%2C%3B%25%2B+b,",
  })
  void givenTwoSpellingsOfOneUrl_whenTheirFingerprintsAreTaken_thenTheSame(
      String path, @Nullable String query, String normal, @Nullable String normalQuery)
      throws IOException {
    var spelled = deletion(path, query);
    var plain = deletion(normal, normalQuery);
    assertThat(Fingerprint.of(spelled))
        .isEqualTo(Fingerprint.of(plain))
        .isEqualTo(Fingerprint.asSpelled(plain))
        .isNotEqualTo(Fingerprint.asSpelled(spelled));
  }

  @ParameterizedTest
  @CsvSource({
    "/a/%2C,,/a/%252C,",
    "/a/b+c,,/a/b%20c,",
    "/a/k,,/a/K,",
    "/a,x=a%2Bb,/a,x=a+b",
    "/a,x=a%26b,/a,x=a&b",
    "/a,x=1,/a,",
  })
  void givenTwoUrls_whenTheirFingerprintsAreTaken_thenTheyDiffer(
      String path, @Nullable String query, String other, @Nullable String otherQuery)
      throws IOException {
    assertThat(Fingerprint.of(deletion(path, query)))
        .isNotEqualTo(Fingerprint.of(deletion(other, otherQuery)));
  }

  @Test
  void givenAUrlInAnotherSpelling_whenAnEarlierVersionRecordedIt_thenThatIsKnown()
      throws IOException {
    assertThat(Fingerprint.asSpelled(deletion("/a/caf%c3%a9/%6b", "x=%7e+b")))
        .isEqualTo("b4cfb80b1dc9446faf65a59d57f6f21dc434c2d4c0dbd7510d15a7c0e87d5622");
  }

  @Test
  void givenAKey_whenHashed_thenItIsWhatItEverWas() {
    // printf 'key:123\0order-4711' | sha256sum
    assertThat(Attempt.keyHash("key:123", "order-4711"))
        .isEqualTo("ba960adc18cd9f464ec5e8a492ee1e51c6c64f5d61756ba38bd0072513a47f8f");
  }

  private static MockHttpServletRequest deletion(String path, @Nullable String query) {
    var request = request("DELETE", path, "");
    request.setQueryString(query);
    return request;
  }

  private static MockHttpServletRequest request(String method, String path, String body) {
    var request = new MockHttpServletRequest(method, path);
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    KeyedRequest.begin(request, Principal.ANONYMOUS, new IdempotencyKey("k"), Object.class);
    return request;
  }
}
