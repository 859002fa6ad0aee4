package io.tenantry.api.keys;

import java.util.List;

/** The shape of a list, for the document of the interface: the answer itself is streamed. */
record ApiKeyListEnvelope(boolean success, List<ApiKeyData> data) {}
