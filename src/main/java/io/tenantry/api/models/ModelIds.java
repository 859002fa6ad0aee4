package io.tenantry.api.models;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/**
 * Generates model ids: UUIDs of version 7. Lists are sorted by them, so each is greater than all
 * before it, also within a millisecond.
 */
final class ModelIds {

  private final TimeBasedEpochGenerator uuids = Generators.timeBasedEpochGenerator();

  // the generator reads its clock outside its own lock
  synchronized String next() {
    return uuids.generate().toString();
  }
}
