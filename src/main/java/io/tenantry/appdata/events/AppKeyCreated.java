package io.tenantry.appdata.events;

import io.tenantry.kernel.StoredName;

/** An app key has come, or has come again after its deletion. */
@StoredName("appkey.created")
public record AppKeyCreated(long tenantId, String applicationId, String key, String data)
    implements AppKeyEvent {}
