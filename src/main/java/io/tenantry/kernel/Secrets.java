package io.tenantry.kernel;

/** Keys that derive from the server's one secret. */
public interface Secrets {

  /**
   * @param purpose tells keys apart; the same one gives the same key on every node, also after a
   *     restart
   * @return 32 bytes
   */
  byte[] derive(String purpose);
}
