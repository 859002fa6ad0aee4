package io.tenantry.model.write;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One check of a value against a schema, which ends when its budget or its reader's patience is.
 */
final class Check extends ExecutionContext {

  static final int TOLD = 20;
  // those that no keyword of ours sees
  private static final long STEPS = 1_500_000;
  // 64 levels, each with a reference and a branch or two
  private static final int DEPTH = 400;
  private static final int ERROR = 25;

  private final Budget budget;

  Check(Budget budget) {
    super(ExecutionConfig.builder().maxEvaluationSteps(STEPS).maxEvaluationDepth(DEPTH).build());
    this.budget = budget;
    setErrors(new Told());
  }

  Budget budget() {
    return budget;
  }

  /** What is wrong, as far as it is told. */
  static List<Error> errors(com.networknt.schema.Schema schema, JsonNode value, Budget budget) {
    var check = new Check(budget);
    var told = check.getErrors();
    try {
      schema.validate(check, value);
    } catch (Enough e) {
      return told;
    }
    return told;
  }

  // a branch that fails need not keep all that failed
  @Override
  public void addError(Error error) {
    budget.charge(ERROR);
    if (getErrors() instanceof Told || getErrors().size() < TOLD) {
      super.addError(error);
    }
  }

  /** As many as are told; what would be the next ends the check. */
  private static final class Told extends ArrayList<Error> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean add(Error error) {
      if (size() == TOLD) {
        throw new Enough();
      }
      return super.add(error);
    }

    @Override
    public boolean addAll(Collection<? extends Error> errors) {
      errors.forEach(this::add);
      return !errors.isEmpty();
    }
  }

  /** Nobody reads on. */
  private static final class Enough extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }
}
