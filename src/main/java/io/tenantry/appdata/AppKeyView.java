package io.tenantry.appdata;

/**
 * An app key at one version.
 *
 * @param version the number of its events, those before an earlier deletion included
 */
public record AppKeyView(
    long tenantId, String applicationId, String key, String data, long version) {}
