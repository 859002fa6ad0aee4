package io.tenantry.platform.readstore;

import io.tenantry.engines.Engines;

/** The engines on which each projection and each query is tested. */
public enum ReadStoreEngine {
  EMBEDDED(Engines.SQLITE),
  MONGODB(Engines.SQLITE_MONGODB),
  POSTGRES(Engines.POSTGRES);

  final Engines engines;

  ReadStoreEngine(Engines engines) {
    this.engines = engines;
  }
}
