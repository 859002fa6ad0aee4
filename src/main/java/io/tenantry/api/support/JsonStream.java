package io.tenantry.api.support;

import io.tenantry.kernel.CostlyWork;
import io.tenantry.kernel.Memory.Part;
import io.tenantry.kernel.RequestMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpOutputMessage;

/**
 * A long list as an answer: written item by item while it is read, on the thread of its request, so
 * that memory does not grow with its length. Only so many are written at once.
 */
public final class JsonStream {

  private static final int SENT_AT_ONCE = 1 << 16;

  /** A piece of a list: what was read, what is made of it, and its JSON. */
  private static final int PIECE = 4 << 20;

  private final String before;
  private final Stream<?> items;
  private final LongFunction<String> after;

  private JsonStream(String before, Stream<?> items, LongFunction<String> after) {
    this.before = before;
    this.items = items;
    this.after = after;
  }

  /**
   * Waits for its turn.
   *
   * @param before the JSON up to the first item, such as <code>{"items":[</code>
   * @param items read one by one, closed in the end
   * @param after the JSON after the last item, given the number of items
   * @throws io.tenantry.kernel.Refusal UNAVAILABLE when too many others are being written
   */
  public static JsonStream of(String before, Stream<?> items, LongFunction<String> after) {
    RequestMemory.take(Part.LIST, PIECE);
    return new JsonStream(before, items, after);
  }

  /**
   * Makes each piece of the answer in its turn, and sends it when others have theirs: a reader may
   * be slow.
   *
   * @param answer its headers are sent with the first piece, so a refusal before it has its own
   * @param compressed whether it is sent as gzip
   */
  void write(HttpOutputMessage answer, WebJson json, boolean compressed) throws IOException {
    var made = new ByteArrayOutputStream(SENT_AT_ONCE);
    try (items) {
      CostlyWork.begin();
      try (OutputStream out = compressed ? new GZIPOutputStream(made) : made) {
        write(out, made, answer, json);
      }
      send(made, answer);
      answer.getBody().flush();
    } finally {
      CostlyWork.pause();
    }
  }

  private void write(
      OutputStream out, ByteArrayOutputStream made, HttpOutputMessage answer, WebJson json)
      throws IOException {
    // nothing is sent before the first item has been found
    Iterator<?> each = items.iterator();
    long count = 0;
    int piece = 0;
    boolean more = each.hasNext();
    out.write(before.getBytes(StandardCharsets.UTF_8));
    for (; more; more = each.hasNext()) {
      if (count++ > 0) {
        out.write(',');
      }
      byte[] item = json.write(each.next());
      out.write(item);
      piece += item.length;
      if (piece >= SENT_AT_ONCE) {
        piece = 0;
        send(made, answer);
        CostlyWork.goOn();
      }
    }
    out.write(after.apply(count).getBytes(StandardCharsets.UTF_8));
  }

  private static void send(ByteArrayOutputStream made, HttpOutputMessage answer)
      throws IOException {
    CostlyWork.pause();
    made.writeTo(answer.getBody());
    made.reset();
  }
}
