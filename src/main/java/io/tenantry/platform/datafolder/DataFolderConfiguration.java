package io.tenantry.platform.datafolder;

import io.tenantry.platform.TenantryProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every embedded engine stands on. Beans that use the folder are closed before its lock. */
@Configuration(proxyBeanMethods = false)
class DataFolderConfiguration {

  @Bean(destroyMethod = "close")
  DataFolder dataFolder(TenantryProperties properties) {
    return DataFolder.open(properties.dataDir());
  }

  @Bean
  ServerSecret serverSecret(TenantryProperties properties, DataFolder folder) {
    return ServerSecret.of(properties.secret(), folder);
  }
}
