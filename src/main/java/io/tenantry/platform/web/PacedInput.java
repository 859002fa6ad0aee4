package io.tenantry.platform.web;

import io.tenantry.kernel.Refusal;
import io.tenantry.kernel.RefusalCode;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;

/** A body that must keep its pace; the time between two reads counts for the reader. */
final class PacedInput extends ServletInputStream {

  private final ServletInputStream body;
  private final Pace pace;
  private long bytes;
  private long waited;

  PacedInput(ServletInputStream body, Pace pace) {
    this.body = body;
    this.pace = pace;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * @throws Refusal TOO_SLOW
   */
  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    long begin = System.nanoTime();
    int read;
    try {
      read = body.read(buffer, offset, length);
    } catch (IOException e) {
      if (isSilence(e)) {
        throw tooSlow();
      }
      throw e;
    }
    waited += System.nanoTime() - begin;
    bytes += Math.max(0, read);
    if (read >= 0 && !pace.allows(bytes, waited)) {
      throw tooSlow();
    }
    return read;
  }

  /** Whether nothing at all has come in the time that the container allows for one read. */
  static boolean isSilence(Throwable failure) {
    return failure instanceof SocketTimeoutException
        || (failure.getCause() != null && isSilence(failure.getCause()));
  }

  private static Refusal tooSlow() {
    return Refusal.of(RefusalCode.TOO_SLOW, "the body did not arrive in time");
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }
}
