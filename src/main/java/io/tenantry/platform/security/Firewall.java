package io.tenantry.platform.security;

import java.util.Set;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Spring's firewall for a service in whose paths stand names of any kind. */
final class Firewall {

  private static final Set<String> REJECTED = Set.of("//");

  private Firewall() {}

  /**
   * It rejects segments that are empty or dots alone: only they could make a path lead elsewhere
   * than it says. What names may be, methods, and headers, are refused further on, more precisely.
   */
  static HttpFirewall forNamesOfAnyKind() {
    var firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.getEncodedUrlBlocklist().retainAll(REJECTED);
    firewall.getDecodedUrlBlocklist().retainAll(REJECTED);
    firewall.setAllowedHeaderNames(name -> true);
    firewall.setAllowedHeaderValues(value -> true);
    firewall.setAllowedParameterNames(name -> true);
    firewall.setAllowedParameterValues(value -> true);
    return firewall;
  }
}
