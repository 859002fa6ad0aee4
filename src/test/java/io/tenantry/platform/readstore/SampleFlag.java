package io.tenantry.platform.readstore;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/** A document that is nothing but its id. */
@Document("sample_flag")
@Table("sample_flag")
record SampleFlag(@Id long id) {}
