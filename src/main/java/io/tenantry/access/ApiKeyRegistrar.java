package io.tenantry.access;

import io.tenantry.access.ApiKeyCommand.CreateApiKey;

/**
 * Creates an API key within the unit of work that is under way, so that it comes into being
 * together with its tenant, or not at all.
 */
public interface ApiKeyRegistrar {

  /**
   * @throws io.tenantry.kernel.Refusal INVALID
   */
  ApiKeyView register(CreateApiKey command);
}
