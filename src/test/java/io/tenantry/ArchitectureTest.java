package io.tenantry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of docs/architecture.md. Each fails when it finds nothing to hold. */
@AnalyzeClasses(packages = "io.tenantry", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] READ_STORE = {
    "org.springframework.data..", "com.mongodb..", "org.bson..", "java.sql..", "javax.sql.."
  };

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.tenantry.(**)").should().beFreeOfCycles().allowEmptyShould(false);

  @ArchTest
  static final ArchRule eventsKnowTheJdkTheKernelAndAnnotationsAlone =
      classes()
          .that()
          .resideInAPackage("..events")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "io.tenantry.kernel",
                      "com.fasterxml.jackson.annotation..",
                      "org.jspecify.annotations..")
                  .or(resideInAPackage("io.tenantry..events"))
                  // what marks the package itself
                  .or(nameMatching("org\\.springframework\\.modulith\\.NamedInterface")))
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule eventsAreRecordsOrSealedRoots =
      classes()
          .that()
          .resideInAPackage("..events")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .beRecords()
          .orShould()
          .beInterfaces()
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule decidersAndStatesKnowNoFramework =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Decider")
          .or()
          .haveSimpleNameEndingWith("State")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.axonframework..", "org.springframework..")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule writeKnowsNoClockAndNoRandom =
      noClasses()
          .that()
          .resideInAPackage("..write")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Clock.class, Random.class, ThreadLocalRandom.class)
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule writeKnowsNoReadSideNoSurfaceAndNoDatabase =
      noClasses()
          .that()
          .resideInAPackage("..write")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(READ_STORE)
                  .or(resideInAnyPackage("io.tenantry..read", "io.tenantry.api..")))
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule theReadStoreIsKnownToReadProjectionAndPlatformAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages("..read", "io.tenantry.projection..", "io.tenantry.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(READ_STORE)
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule nobodyKnowsThePlatform =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tenantry.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.tenantry.platform..")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule springWebIsKnownToSurfacesAndPlatformAlone =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.tenantry.api..", "io.tenantry.platform..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule insidesArePackagePrivate =
      classes()
          .that()
          .areAnnotatedWith(Aggregate.class)
          .or()
          .areAnnotatedWith(Document.class)
          .or()
          .haveSimpleNameEndingWith("Decider")
          .or()
          .haveSimpleNameEndingWith("State")
          .or()
          .haveSimpleNameEndingWith("Projector")
          .or()
          .haveSimpleNameEndingWith("Repository")
          .or()
          .haveSimpleNameStartingWith("When")
          .should()
          .bePackagePrivate()
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule handlersArePackagePrivate =
      methods()
          .that()
          .areAnnotatedWith(CommandHandler.class)
          .or()
          .areAnnotatedWith(QueryHandler.class)
          .should()
          .bePackagePrivate()
          .andShould()
          .beDeclaredInClassesThat()
          .arePackagePrivate()
          .allowEmptyShould(false);

  @ArchTest
  static final ArchRule timeAndIdsComeFromTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.tenantry.api..", "io.tenantry.platform..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .allowEmptyShould(false);

  @Test
  void modulesKnowOnlyWhatTheyDeclare() {
    ApplicationModules.of(Tenantry.class).verify();
  }
}
