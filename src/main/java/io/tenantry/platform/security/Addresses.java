package io.tenantry.platform.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses from which requests come, as the container writes them. */
final class Addresses {

  // nothing that a name server could be asked for
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
  private static final int NETWORK_BYTES = 8;
  private static final int LONGEST = 64;

  private Addresses() {}

  static boolean isLoopback(String address) {
    InetAddress parsed = parse(address);
    return parsed != null && parsed.isLoopbackAddress();
  }

  /** To whom an address belongs: of IPv6, where each has as many as it likes, the first 64 bits. */
  static String holder(String address) {
    InetAddress parsed = parse(address);
    if (parsed instanceof Inet6Address) {
      return HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES));
    }
    return parsed != null
        ? parsed.getHostAddress()
        : address.substring(0, Math.min(LONGEST, address.length()));
  }

  private static @Nullable InetAddress parse(String address) {
    int zone = address.indexOf('%');
    String literal = zone < 0 ? address : address.substring(0, zone);
    if (literal.length() > LONGEST || !LITERAL.matcher(literal).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
