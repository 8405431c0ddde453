package dev.esp32sockets;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who may use whom. A change here is a change of the architecture: it belongs into {@code
 * ARCHITECTURE.md} in the same commit.
 */
@AnalyzeClasses(
    packages = ArchitectureTest.ROOT,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  static final String ROOT = "dev.esp32sockets";

  /** What answers from memory alone. */
  private static final String[] CORE = {
    ROOT + ".text..",
    ROOT + ".firmware..",
    ROOT + ".syntax..",
    ROOT + ".api..",
    ROOT + ".analysis..",
    ROOT + ".rules.."
  };

  private static final String API_BUILD = ROOT + ".api.build..";

  /** The classes that bring the knowledge base from the jar into memory. */
  private static final DescribedPredicate<JavaClass> API_LOADER =
      nameMatching(".*\\.api\\.(ApiIndex|IndexInput)(\\$.*)?").forSubtype();

  @ArchTest
  static final ArchRule layers_use_only_what_stands_left_of_them =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("text")
          .definedBy(ROOT + ".text..")
          .layer("firmware")
          .definedBy(ROOT + ".firmware..")
          .layer("syntax")
          .definedBy(ROOT + ".syntax..")
          .layer("api")
          .definedBy(ROOT + ".api..")
          .layer("analysis")
          .definedBy(ROOT + ".analysis..")
          .layer("rules")
          .definedBy(ROOT + ".rules..")
          .layer("project")
          .definedBy(ROOT + ".project..")
          .layer("cli")
          .definedBy(ROOT + ".cli..")
          .layer("app")
          .definedBy(ROOT + ".app..")
          .whereLayer("text")
          .mayNotAccessAnyLayer()
          .whereLayer("firmware")
          .mayNotAccessAnyLayer()
          .whereLayer("syntax")
          .mayOnlyAccessLayers("text", "firmware")
          .whereLayer("api")
          .mayOnlyAccessLayers("text", "firmware", "syntax")
          .whereLayer("analysis")
          .mayOnlyAccessLayers("text", "firmware", "syntax", "api")
          .whereLayer("rules")
          .mayOnlyAccessLayers("text", "firmware", "syntax", "api", "analysis")
          .whereLayer("project")
          .mayOnlyAccessLayers("text", "firmware", "syntax", "api", "analysis", "rules")
          .whereLayer("cli")
          .mayOnlyAccessLayers("text", "firmware", "syntax", "api", "analysis", "rules", "project")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_core_does_no_input_or_output =
      noClasses()
          .that(resideInAnyPackage(CORE))
          .and(not(API_LOADER))
          .and()
          .resideOutsideOfPackage(API_BUILD)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.nio.file..", "java.net..", "java.util.concurrent..");

  @ArchTest
  static final ArchRule only_the_command_line_prints =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".app..", API_BUILD)
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule gson_stays_with_its_users =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".cli..", API_BUILD)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.gson..");

  @ArchTest
  static final ArchRule tomlj_stays_with_the_configuration =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".project..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tomlj..");

  @ArchTest
  static final ArchRule nothing_shipped_uses_what_only_the_build_runs =
      noClasses()
          .that()
          .resideOutsideOfPackage(API_BUILD)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(API_BUILD);

  /** A ban of a package whose name is misspelt would hold for ever, so each name is proven. */
  @ArchTest
  static void the_banned_packages_exist(JavaClasses all) {
    used(all, ROOT + ".project", "org.tomlj..");
    used(all, ROOT + ".cli", "com.google.gson..");
    assertTrue(all.stream().anyMatch(API_LOADER), "the loader of the knowledge base has moved");
  }

  private static void used(JavaClasses all, String by, String what) {
    boolean found =
        all.stream()
            .filter(resideInAPackage(by + ".."))
            .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
            .anyMatch(each -> resideInAPackage(what).test(each.getTargetClass()));
    assertTrue(found, by + " does not use " + what + ", so the ban for the others proves nothing");
  }
}
