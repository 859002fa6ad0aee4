package io.tenantry.api.keys;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The shape of a list, for the document of the interface: the answer itself is streamed. */
record ApiKeyListEnvelope(@Schema(example = "true") boolean success, List<ApiKeyData> data) {}
