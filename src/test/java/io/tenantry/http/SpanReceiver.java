package io.tenantry.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A collector of traces: takes OTLP over HTTP and remembers the spans. */
final class SpanReceiver implements AutoCloseable {

  /** What is looked at of a span. */
  record Span(String trace, String id, String parent, String name) {}

  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  SpanReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          bodies.add(new String(body, ISO_8859_1));
          // ExportTraceServiceRequest, ResourceSpans, ScopeSpans, Span
          each(body, 1, resource -> each(resource, 2, scope -> each(scope, 2, this::add)));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  List<Span> of(String trace) {
    return spans.stream().filter(span -> span.trace().equals(trace)).toList();
  }

  boolean has(String trace, String name) {
    return of(trace).stream().anyMatch(span -> span.name().equals(name));
  }

  Span only(String trace, String name) {
    return of(trace).stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }

  /** Everything as it came, so that nothing can hide in a part that is not read here. */
  List<String> bodies() {
    return List.copyOf(bodies);
  }

  private void add(byte[] span) {
    spans.add(new Span(hex(span, 1), hex(span, 2), hex(span, 4), new String(one(span, 5), UTF_8)));
  }

  private static String hex(byte[] message, int field) {
    return HexFormat.of().formatHex(one(message, field));
  }

  private static byte[] one(byte[] message, int field) {
    byte[][] found = {new byte[0]};
    each(message, field, bytes -> found[0] = bytes);
    return found[0];
  }

  /** Each value of a field of length-delimited bytes, of a message of Protocol Buffers. */
  private static void each(byte[] message, int field, Consumer<byte[]> use) {
    ByteBuffer in = ByteBuffer.wrap(message);
    while (in.hasRemaining()) {
      long tag = varint(in);
      switch ((int) (tag & 7)) {
        case 0 -> varint(in);
        case 1 -> in.position(in.position() + Long.BYTES);
        case 5 -> in.position(in.position() + Integer.BYTES);
        case 2 -> {
          byte[] bytes = new byte[(int) varint(in)];
          in.get(bytes);
          if (tag >>> 3 == field) {
            use.accept(bytes);
          }
        }
        default -> throw new IllegalArgumentException("no message of Protocol Buffers");
      }
    }
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
