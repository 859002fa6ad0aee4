package io.tenantry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.tenantry.api.support.Serves;
import io.tenantry.kernel.AllowedTo;
import io.tenantry.kernel.AllowedTo.Least;
import io.tenantry.kernel.OfTenant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** Nothing can be commanded or asked of which it is not said who may. */
@AnalyzeClasses(packages = "io.tenantry", importOptions = DoNotIncludeTests.class)
class RightsArchitectureTest {

  @ArchTest
  static final ArchRule whatIsHandledSaysWhoMaySendIt =
      methods()
          .that()
          .areAnnotatedWith(CommandHandler.class)
          .or()
          .areAnnotatedWith(QueryHandler.class)
          .should(handleWhatBearsARule())
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule endpointsSayWhatTheyServe =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("io.tenantry.api..")
          .and(DescribedPredicate.describe("are endpoints", RightsArchitectureTest::isEndpoint))
          .should(serveWhatBearsARule())
          .allowEmptyShould(false);

  private static boolean isEndpoint(JavaMethod method) {
    return AnnotatedElementUtils.hasAnnotation(method.reflect(), RequestMapping.class)
        && method.getOwner().getAnnotations().stream()
            .noneMatch(a -> a.getRawType().getSimpleName().equals("OpenToAll"));
  }

  private static ArchCondition<JavaMethod> handleWhatBearsARule() {
    return new ArchCondition<>("handle what bears a rule") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        events.add(verdict(method, method.getRawParameterTypes().getFirst()));
      }
    };
  }

  private static ArchCondition<JavaMethod> serveWhatBearsARule() {
    return new ArchCondition<>("serve what bears a rule") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean serves = method.isAnnotatedWith(Serves.class);
        events.add(
            serves
                ? verdict(method, method.getAnnotationOfType(Serves.class).value())
                : SimpleConditionEvent.violated(method, method.getFullName() + " serves what?"));
      }
    };
  }

  private static SimpleConditionEvent verdict(JavaMethod method, JavaClass message) {
    return verdict(method, message.reflect());
  }

  private static SimpleConditionEvent verdict(JavaMethod method, Class<?> message) {
    AllowedTo rule = message.getAnnotation(AllowedTo.class);
    // what a tenant's key may send says whose it is
    boolean satisfied =
        rule != null
            && (rule.value().compareTo(Least.OPERATOR) >= 0
                || OfTenant.class.isAssignableFrom(message));
    return new SimpleConditionEvent(
        method, satisfied, method.getFullName() + ": the rule of " + message.getName());
  }

  @Test
  void leastRightsIncludeThoseAfterThem() {
    assertThat(Least.values())
        .containsExactly(
            Least.VIEWER, Least.CONTRIBUTOR, Least.ADMIN, Least.OPERATOR, Least.SYSTEM);
  }
}
