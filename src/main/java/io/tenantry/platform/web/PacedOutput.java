package io.tenantry.platform.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;

/** An answer whose reader must keep its pace; how long it took to make does not count. */
final class PacedOutput extends ServletOutputStream {

  private final ServletOutputStream answer;
  private final Pace pace;
  private long bytes;
  private long waited;

  PacedOutput(ServletOutputStream answer, Pace pace) {
    this.answer = answer;
    this.pace = pace;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  /**
   * @throws ClientAbortException when the reader is too slow: the connection ends
   */
  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    long begin = System.nanoTime();
    answer.write(buffer, offset, length);
    waited += System.nanoTime() - begin;
    bytes += length;
    if (!pace.allows(bytes, waited)) {
      throw new ClientAbortException("the client reads too slowly");
    }
  }

  @Override
  public void flush() throws IOException {
    answer.flush();
  }

  @Override
  public void close() throws IOException {
    answer.close();
  }

  @Override
  public boolean isReady() {
    return answer.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    answer.setWriteListener(listener);
  }
}
