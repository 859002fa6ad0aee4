package io.tenantry.platform.readstore;

/** The engines on which each projection and each query is tested. */
public enum ReadStoreEngine {
  EMBEDDED,
  MONGODB
}
