package io.tenantry.access.write;

import io.tenantry.access.ApiKeyCommand.CreateApiKey;
import io.tenantry.access.ApiKeyRegistrar;
import io.tenantry.access.ApiKeyView;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** The stream begins in the unit of work under way, hence in its one append: all or nothing. */
@Component
class EventSourcedApiKeyRegistrar implements ApiKeyRegistrar {

  private final Repository<ApiKey> keys;

  EventSourcedApiKeyRegistrar(Repository<ApiKey> keys) {
    this.keys = keys;
  }

  @Override
  public ApiKeyView register(CreateApiKey command) {
    try {
      return keys.newInstance(ApiKey::new).invoke(key -> key.execute(command));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a new API key could not be made", e);
    }
  }
}
