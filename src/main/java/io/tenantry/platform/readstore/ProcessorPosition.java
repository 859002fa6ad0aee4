package io.tenantry.platform.readstore;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.relational.core.mapping.Table;

/** How far a processor is: the position of the last event that it has dealt with. */
@Document("processor_position")
@Table("processor_position")
record ProcessorPosition(@Id String processor, long position) {}
