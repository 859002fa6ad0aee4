package io.tenantry.platform.security;

import io.tenantry.kernel.Sha256;
import io.tenantry.platform.StartRefused;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operator's keys by name. What is kept of them is their SHA-256. */
final class OperatorKeys {

  private static final String VARIABLE = "TENANTRY_OPERATOR_KEY";
  private static final String DEFAULT = "default";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{32,512}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private record Named(String name, byte[] hash) {}

  private final List<Named> keys;

  private OperatorKeys(List<Named> keys) {
    this.keys = keys;
  }

  /**
   * @param configured one key, or {@code name=key,name=key}; empty for none
   * @throws StartRefused without a word of what the key is
   */
  static OperatorKeys parse(String configured) {
    if (configured.isEmpty()) {
      return new OperatorKeys(List.of());
    }
    String[] entries = configured.split(",", -1);
    var keys = new ArrayList<Named>();
    for (int i = 0; i < entries.length; i++) {
      Named key = named(entries[i].strip(), entries.length > 1, i + 1);
      for (Named other : keys) {
        if (other.name().equals(key.name())) {
          throw new StartRefused(VARIABLE + " has two keys of the same name.");
        }
        if (MessageDigest.isEqual(other.hash(), key.hash())) {
          throw new StartRefused(
              VARIABLE + " has the same key under two names; nobody could tell who it was.");
        }
      }
      keys.add(key);
    }
    return new OperatorKeys(List.copyOf(keys));
  }

  // a message names the place alone: what stands there may be a secret with a slip of the pen in it
  private static Named named(String entry, boolean several, int place) {
    int equals = entry.indexOf('=');
    if (equals < 0 && several) {
      throw new StartRefused(
          VARIABLE
              + ": each of several keys needs a name, as in name=key,name=key; number "
              + place
              + " has none.");
    }
    String name = equals < 0 ? DEFAULT : entry.substring(0, equals).strip();
    String key = entry.substring(equals + 1).strip();
    if (!NAME.matcher(name).matches()) {
      throw new StartRefused(
          VARIABLE
              + ": the name of key number "
              + place
              + " must be 1 to 64 characters of A-Z a-z 0-9 . _ -");
    }
    if (!KEY.matcher(key).matches()) {
      throw new StartRefused(
          VARIABLE + ": key number " + place + " must be 32 to 512 characters of A-Z a-z 0-9 _ -");
    }
    return new Named(name, Sha256.of(key));
  }

  int count() {
    return keys.size();
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  /** The name of that key; null when it is none. Takes the same time whichever it is. */
  @Nullable String nameOf(String key) {
    byte[] hash = Sha256.of(key);
    String name = null;
    for (Named one : keys) {
      if (MessageDigest.isEqual(one.hash(), hash)) {
        name = one.name();
      }
    }
    return name;
  }
}
