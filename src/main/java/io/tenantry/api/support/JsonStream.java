package io.tenantry.api.support;

import io.tenantry.kernel.Memory.Part;
import io.tenantry.kernel.RequestMemory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * A long list as an answer: written item by item while it is read, on the thread of its request, so
 * that memory does not grow with its length. Only so many are written at once.
 */
public final class JsonStream {

  private static final int BUFFER = 1 << 14;

  /** A piece of a list: what was read, what is made of it, and its JSON. */
  private static final int PIECE = 4 << 20;

  /** Items after which others get their turn. */
  private static final int TURN = 32;

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

  void write(OutputStream target, WebJson json) throws IOException {
    var out = new BufferedOutputStream(target, BUFFER);
    try (items) {
      long count = 0;
      // nothing is sent before the first item has been found
      Iterator<?> each = items.iterator();
      boolean more = each.hasNext();
      out.write(before.getBytes(StandardCharsets.UTF_8));
      for (; more; more = each.hasNext()) {
        if (count++ > 0) {
          out.write(',');
        }
        out.write(json.write(each.next()));
        if (count % TURN == 0) {
          // virtual threads have few to run on, and a fast reader would never make this one wait
          Thread.yield();
        }
      }
      out.write(after.apply(count).getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }
}
