package io.tenantry.appdata.events;

import io.tenantry.kernel.StoredName;

/** An app key is gone; it may come again. */
@StoredName("appkey.deleted")
public record AppKeyDeleted(long tenantId, String applicationId, String key)
    implements AppKeyEvent {}
