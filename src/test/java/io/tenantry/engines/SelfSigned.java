package io.tenantry.engines;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate of this machine's that nobody knows, with its key.
 *
 * @param certificate a PEM file
 * @param key likewise, PKCS 8
 */
public record SelfSigned(KeyStore keys, Path certificate, Path key) {

  /**
   * @param password of the key store
   */
  public static SelfSigned in(Path folder, String password)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("keys.p12");
    int failed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keystore",
                file.toString(),
                "-storepass",
                password,
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool").toFile())
            .start()
            .waitFor();
    if (failed != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("keytool")));
    }
    var keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, password.toCharArray());
    }
    return new SelfSigned(
        keys,
        pem(folder.resolve("own.crt"), "CERTIFICATE", keys.getCertificate("own").getEncoded()),
        pem(
            folder.resolve("own.key"),
            "PRIVATE KEY",
            keys.getKey("own", password.toCharArray()).getEncoded()));
  }

  private static Path pem(Path file, String what, byte[] content) throws IOException {
    return Files.writeString(
        file,
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(content), what));
  }
}
