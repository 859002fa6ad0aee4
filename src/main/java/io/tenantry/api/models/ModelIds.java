package io.tenantry.api.models;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/**
 * Makes the ids of models, UUIDs of version 7. Lists are in their order, so each is greater than
 * those before it, also within a millisecond.
 */
final class ModelIds {

  private final TimeBasedEpochGenerator uuids = Generators.timeBasedEpochGenerator();

  // the generator reads its clock before it takes its own lock
  synchronized String next() {
    return uuids.generate().toString();
  }
}
