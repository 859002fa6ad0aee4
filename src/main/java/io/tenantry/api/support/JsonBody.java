package io.tenantry.api.support;

import tools.jackson.databind.JsonNode;

/**
 * A body as it came.
 *
 * @param mediaType without parameters, in lower case
 */
public record JsonBody(String mediaType, JsonNode tree) {}
