package io.tenantry.model.write;

import io.tenantry.kernel.CostlyWork;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** What a patch may cost. It is counted, so the same patch has the same answer on any machine. */
final class PatchBudget {

  // elements of arrays that are copied by the way, some 10 ns each
  private static final long ELEMENTS = 10_000_000;
  private static final int MEMBER = 4;
  // about a millisecond, for elements and what is copied alike: what takes longer waits for its
  // turn
  private static final int SMALL = 1 << 16;
  // a chain of copies doubles a document at each step: characters, and eight for each value
  private static final long COPIED = 4 << 20;
  // as deep as what one operation brings and the places that it can reach
  private static final int DEPTH = 256;

  private long passed;
  private long copied;

  /**
   * Before a container is copied since something within it changes.
   *
   * @throws Exhausted when those of all operations were too large together
   */
  void charge(JsonValue container) {
    passed +=
        switch (container) {
          case JsonArray array -> array.size();
          case JsonObject object -> (long) MEMBER * object.size();
          default -> 0;
        };
    if (passed > SMALL) {
      CostlyWork.begin();
    }
    if (passed > ELEMENTS) {
      throw new Exhausted("takes too long: changes within large lists and objects are dear");
    }
  }

  /**
   * Before it is there twice.
   *
   * @throws Exhausted when too much was copied together, or what is nested too deeply
   */
  void copy(JsonValue value) {
    if (JsonP.deeperThan(DEPTH, value)) {
      throw new Exhausted("makes the model too deeply nested");
    }
    weigh(value);
  }

  private void weigh(JsonValue value) {
    copied += 8;
    switch (value) {
      case JsonString text -> copied += text.getChars().length();
      case JsonArray array -> array.forEach(this::weigh);
      case JsonObject object ->
          object.forEach(
              (name, each) -> {
                copied += name.length();
                weigh(each);
              });
      default -> {}
    }
    if (copied > SMALL) {
      CostlyWork.begin();
    }
    if (copied > COPIED) {
      throw new Exhausted("makes the model too large: it copies too much");
    }
  }

  /** What is left of the budget does not do. */
  static final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Exhausted(String message) {
      super(message, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
