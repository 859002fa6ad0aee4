package io.tenantry.appdata.read;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/** That an app key is there; apart from its data, so that a list does not read them. */
@Document("app_key_names")
@CompoundIndex(name = "application_keys", def = "{'tenantId': 1, 'applicationId': 1, 'keyName': 1}")
@Table("app_key_names")
record AppKeyNameDocument(@Id String id, long tenantId, String applicationId, String keyName) {}
