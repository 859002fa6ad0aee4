package io.tenantry.platform.web;

import io.tenantry.api.support.EntityTags;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Compresses what bears a strong ETag too, which Tomcat does not: other bytes under the same tag
 * would belie it (RFC 9110, 8.8.3.3). So they get a tag of their own, which names the same version.
 * Tomcat makes it by its name.
 */
public final class TaggedCompression extends Http11NioProtocol {

  private static final String TAG = "ETag";

  @Override
  public boolean useCompression(Request request, Response response) {
    MimeHeaders headers = response.getMimeHeaders();
    @Nullable String tag = headers.getHeader(TAG);
    if (tag == null) {
      return super.useCompression(request, response);
    }
    headers.removeHeader(TAG);
    boolean compressed = super.useCompression(request, response);
    headers.setValue(TAG).setString(compressed ? EntityTags.compressed(tag) : tag);
    return compressed;
  }
}
