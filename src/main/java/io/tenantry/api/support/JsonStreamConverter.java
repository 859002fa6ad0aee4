package io.tenantry.api.support;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/** Writes {@link JsonStream}s. */
final class JsonStreamConverter implements HttpMessageConverter<JsonStream> {

  private final WebJson json;

  JsonStreamConverter(WebJson json) {
    this.json = json;
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
    list.write(output.getBody(), json);
  }
}
