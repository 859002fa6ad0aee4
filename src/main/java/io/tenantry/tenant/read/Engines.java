package io.tenantry.tenant.read;

import io.tenantry.tenant.events.RetrieverEngine;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A list of retriever engines as one text, which each store can hold. */
final class Engines {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<RetrieverEngine>> LIST = new TypeReference<>() {};

  private Engines() {}

  static String write(List<RetrieverEngine> engines) {
    return JSON.writeValueAsString(engines);
  }

  static List<RetrieverEngine> read(String text) {
    return List.copyOf(JSON.readValue(text, LIST));
  }
}
