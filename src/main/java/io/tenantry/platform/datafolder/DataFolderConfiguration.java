package io.tenantry.platform.datafolder;

import io.tenantry.platform.TenantryProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * What every embedded engine stands on. Beans that use the folder are closed before its lock. Where
 * nothing is kept in it, since the secret is configured and no engine is embedded, there is none.
 */
@Configuration(proxyBeanMethods = false)
class DataFolderConfiguration {

  @Bean(destroyMethod = "close")
  @Lazy
  DataFolder dataFolder(TenantryProperties properties) {
    return DataFolder.open(properties.dataDir());
  }

  @Bean
  ServerSecret serverSecret(TenantryProperties properties, ObjectProvider<DataFolder> folder) {
    return ServerSecret.of(properties.secret(), folder::getObject);
  }
}
