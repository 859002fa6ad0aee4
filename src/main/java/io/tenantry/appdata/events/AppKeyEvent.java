package io.tenantry.appdata.events;

/** Anything that happened to an app key. */
public sealed interface AppKeyEvent permits AppKeyCreated, AppKeyDataChanged, AppKeyDeleted {

  long tenantId();

  String applicationId();

  String key();
}
