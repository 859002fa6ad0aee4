package io.tenantry.platform.datafolder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;

/** What the operating system says of a file, and what to do about it. */
final class IoFailure {

  private IoFailure() {}

  static String explain(IOException failure) {
    String reason = reason(failure);
    if (reason.contains("No space left") || reason.contains("quota")) {
      return "its disk or quota is full (%s); make room there".formatted(reason);
    }
    if (reason.contains("Read-only file system")) {
      return "its file system is read-only; mount it for writing, or set TENANTRY_DATA_DIR";
    }
    return switch (failure) {
      case FileAlreadyExistsException e -> "a file is in its place; " + elsewhere();
      case NotDirectoryException e -> "a file is in its place; " + elsewhere();
      case AccessDeniedException e ->
          "access is denied; let the user of this process own it, or set TENANTRY_DATA_DIR";
      default ->
          "%s; look into the log of the operating system, or set TENANTRY_DATA_DIR"
              .formatted(reason);
    };
  }

  private static String elsewhere() {
    return "move that away, or set TENANTRY_DATA_DIR";
  }

  private static String reason(IOException failure) {
    String reason =
        failure instanceof FileSystemException of ? of.getReason() : failure.getMessage();
    return reason == null ? failure.getClass().getSimpleName() : reason;
  }
}
