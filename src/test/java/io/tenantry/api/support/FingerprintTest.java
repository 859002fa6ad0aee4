package io.tenantry.api.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.idempotency.Attempt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
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

  @Test
  void givenAKey_whenHashed_thenItIsWhatItEverWas() {
    // printf 'key:123\0order-4711' | sha256sum
    assertThat(Attempt.keyHash("key:123", "order-4711"))
        .isEqualTo("ba960adc18cd9f464ec5e8a492ee1e51c6c64f5d61756ba38bd0072513a47f8f");
  }

  private static MockHttpServletRequest request(String method, String path, String body) {
    var request = new MockHttpServletRequest(method, path);
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    KeyedRequest.begin(request, Principal.ANONYMOUS, new IdempotencyKey("k"), Object.class);
    return request;
  }
}
