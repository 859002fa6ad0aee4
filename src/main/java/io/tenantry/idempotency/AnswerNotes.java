package io.tenantry.idempotency;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;

/**
 * What is to be answered once the command has succeeded, as far as its result does not tell: known
 * before it is sent, recorded with it, and given back by its replay.
 *
 * @param status of the answer
 * @param shown what the answer shows beside the result, by names of its own; no secret
 */
public record AnswerNotes(int status, Map<String, String> shown) {

  private static final String STATUS = "answer-status";
  private static final String SHOWN = "answer-shown.";

  static AnswerNotes of(MetaData metadata) {
    var shown = new HashMap<String, String>();
    metadata.forEach(
        (name, value) -> {
          if (name.startsWith(SHOWN)) {
            shown.put(name.substring(SHOWN.length()), String.valueOf(value));
          }
        });
    return new AnswerNotes(Integer.parseInt(String.valueOf(metadata.get(STATUS))), shown);
  }

  /** The same as metadata of the command. */
  public Map<String, String> metadata() {
    var metadata = new HashMap<String, String>();
    metadata.put(STATUS, Integer.toString(status));
    shown.forEach((name, value) -> metadata.put(SHOWN + name, value));
    return metadata;
  }
}
