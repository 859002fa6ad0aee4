package io.tenantry.appdata;

/** What does this key hold? Answers an {@link AppKeyView}, or refuses with NOT_FOUND. */
public record FindAppKey(long tenantId, String applicationId, String key) {}
