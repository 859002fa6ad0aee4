package io.tenantry.platform.datafolder;

import io.tenantry.platform.StartRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The file that keeps the secret which nobody configured: 256 random bits in Base64. */
record SecretFile(Path path) {

  private static final int BYTES = 32;

  static SecretFile in(DataFolder folder) {
    return new SecretFile(folder.file("secret"));
  }

  byte[] readOrCreate() {
    try {
      return Files.exists(path) ? read() : create();
    } catch (IOException e) {
      throw new StartRefused(
          "the server's secret in %s cannot be read or written: %s"
              .formatted(path, IoFailure.explain(e)));
    }
  }

  private byte[] read() throws IOException {
    try {
      var secret = Base64.getDecoder().decode(Files.readString(path).strip());
      if (secret.length == BYTES) {
        return secret;
      }
    } catch (IllegalArgumentException e) {
      throw damaged();
    }
    throw damaged();
  }

  private StartRefused damaged() {
    // never made anew over what is there: cursors and seals of the old one would be lost silently
    return new StartRefused(
        "the server's secret in %s is damaged; restore it from a backup, or remove it to have a new one made"
            .formatted(path));
  }

  private byte[] create() throws IOException {
    var secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    var text = Base64.getEncoder().encodeToString(secret) + "\n";
    var part = path.resolveSibling("secret.part");
    Files.deleteIfExists(part);
    createOwnerOnly(part);
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    return secret;
  }

  private static void createOwnerOnly(Path part) throws IOException {
    if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(part);
    }
  }
}
