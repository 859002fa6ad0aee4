package io.tenantry.api.support;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes {@link JsonStream}s. */
final class JsonStreamConverter implements HttpMessageConverter<JsonStream> {

  private static final Pattern GZIP =
      Pattern.compile(
          "(.*,)?\\s*gzip\\s*(;\\s*q=(1(\\.0*)?|0\\.0*[1-9][0-9]*)\\s*)?(,.*)?",
          Pattern.CASE_INSENSITIVE);

  private final WebJson json;
  private final boolean compresses;

  /**
   * @param compresses whether it compresses for those who accept gzip; the container would do so
   *     while it waits for the client, which is no time to have a turn for
   */
  JsonStreamConverter(WebJson json, boolean compresses) {
    this.json = json;
    this.compresses = compresses;
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return type == JsonStream.class;
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return List.of(MediaType.APPLICATION_JSON);
  }

  @Override
  public JsonStream read(Class<? extends JsonStream> type, HttpInputMessage input) {
    throw new UnsupportedOperationException("a stream is only written");
  }

  @Override
  public void write(JsonStream list, @Nullable MediaType mediaType, HttpOutputMessage output)
      throws IOException {
    if (mediaType != null) {
      output.getHeaders().setContentType(mediaType);
    }
    boolean compressed = compresses && acceptsGzip();
    if (compresses) {
      output.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }
    if (compressed) {
      output.getHeaders().set(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    list.write(output, json, compressed);
  }

  private static boolean acceptsGzip() {
    var request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    var sent = Collections.list(request.getRequest().getHeaders(HttpHeaders.ACCEPT_ENCODING));
    return GZIP.matcher(String.join(",", sent)).matches();
  }
}
