package io.tenantry.api.support;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Answers with a long list item by item, so that memory does not grow with its length. */
public final class JsonStream {

  private static final int BUFFER = 1 << 14;

  private final WebJson json;

  JsonStream(WebJson json) {
    this.json = json;
  }

  /**
   * @param before the JSON up to the first item, such as <code>{"items":[</code>
   * @param items closed in the end
   * @param after the JSON after the last item, given the number of items
   */
  public ResponseEntity<StreamingResponseBody> answer(
      String before, Stream<?> items, LongFunction<String> after) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(out -> write(new BufferedOutputStream(out, BUFFER), before, items, after));
  }

  /** An answer that is no list, from an endpoint whose other answers are. */
  public StreamingResponseBody whole(Object value) {
    var bytes = json.write(value);
    return out -> out.write(bytes);
  }

  private void write(OutputStream out, String before, Stream<?> items, LongFunction<String> after)
      throws IOException {
    try (items) {
      out.write(before.getBytes(StandardCharsets.UTF_8));
      long count = 0;
      for (var each = items.iterator(); each.hasNext(); count++) {
        if (count > 0) {
          out.write(',');
        }
        out.write(json.write(each.next()));
      }
      out.write(after.apply(count).getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }
}
