package io.tenantry.appdata.events;

import io.tenantry.kernel.StoredName;

/** An app key holds other data. */
@StoredName("appkey.data-changed")
public record AppKeyDataChanged(long tenantId, String applicationId, String key, String data)
    implements AppKeyEvent {}
