package io.tenantry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.springframework.web.bind.annotation.RestController;

/** The rules of surfaces; each fails when it finds none. */
@AnalyzeClasses(packages = "io.tenantry", importOptions = DoNotIncludeTests.class)
class SurfaceArchitectureTest {

  @ArchTest
  static final ArchRule surfacesDoNotKnowEachOther =
      slices().assignedFrom(new Surfaces()).should().notDependOnEachOther().allowEmptyShould(false);

  @ArchTest
  static final ArchRule surfacesKnowNoInsidesOfModules =
      noClasses()
          .that()
          .resideInAPackage("io.tenantry.api..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.tenantry..write", "io.tenantry..read", "io.tenantry..automation"))
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule surfacesLieInOnePackageEach =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .should()
          .bePackagePrivate()
          .andShould()
          .resideInAPackage("io.tenantry.api.*")
          .allowEmptyShould(false);

  /** What all surfaces share belongs to none of them. */
  private static final class Surfaces implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      var name = javaClass.getPackageName();
      return name.startsWith("io.tenantry.api.") && !name.startsWith("io.tenantry.api.support")
          ? SliceIdentifier.of(name.split("\\.")[3])
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "surfaces";
    }
  }
}
