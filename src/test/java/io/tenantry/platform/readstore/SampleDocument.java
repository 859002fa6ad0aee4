package io.tenantry.platform.readstore;

import io.tenantry.projection.Weighed;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/** One of each kind of column that a document of ours may have. */
@Document("sample")
@CompoundIndex(name = "sample_by_tenant", def = "{'tenantId': 1, '_id': 1}")
@Table("sample")
public record SampleDocument(
    @Id String id,
    long tenantId,
    String name,
    @Nullable String note,
    State state,
    boolean hidden,
    byte[] content,
    String key,
    @Nullable Long expiresAt,
    long version)
    implements Weighed {

  public enum State {
    ACTIVE,
    INACTIVE
  }

  @Override
  public int bytes() {
    return Weighed.bytesOf(name);
  }

  public static SampleDocument of(String id, long tenantId, String name, long version) {
    return new SampleDocument(
        id,
        tenantId,
        name,
        null,
        State.ACTIVE,
        true,
        name.getBytes(StandardCharsets.UTF_8),
        "k",
        null,
        version);
  }
}
