package dev.postern.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The drawing of docs/architecture.md, held against the code. */
class ArchitectureTest {
    /** What a module may know of, besides itself. */
    private static final Map<String, Set<String>> ARROWS =
            Map.of(
                    "model", Set.of(),
                    "reader", Set.of("model"),
                    "engine", Set.of("model"),
                    "drawing", Set.of(),
                    "review", Set.of("model", "engine"),
                    "cli", Set.of("model", "reader", "engine", "drawing", "review"));

    /** Libraries that one module keeps to itself. */
    private static final Map<String, Set<String>> LIBRARIES =
            Map.of(
                    "picocli..", Set.of("cli"),
                    "org.snakeyaml..", Set.of("reader"),
                    "org.eclipse..", Set.of("drawing"),
                    "com.fasterxml.jackson..", Set.of("reader", "cli"));

    private static final JavaClasses PRODUCTION =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.postern");

    @Test
    void every_module_has_its_place_in_the_drawing() {
        Set<String> found =
                PRODUCTION.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith("dev.postern."))
                        .map(name -> name.split("\\.", 4)[2])
                        .collect(Collectors.toSet());
        assertThat(found).containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
    }

    @TestFactory
    Stream<DynamicTest> arrows_point_downwards_only() {
        return ARROWS.keySet().stream()
                .sorted()
                .map(module -> DynamicTest.dynamicTest(module, () -> checkArrows(module)));
    }

    private static void checkArrows(String module) {
        List<String> allowed = new ArrayList<>();
        allowed.add(within(module));
        ARROWS.getOrDefault(module, Set.of()).forEach(below -> allowed.add(within(below)));
        noClasses()
                .that()
                .resideInAPackage(within(module))
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.postern..")
                                .and(resideOutsideOfPackages(allowed.toArray(String[]::new))))
                .check(PRODUCTION);
    }

    @TestFactory
    Stream<DynamicTest> a_library_stays_in_the_module_that_needs_it() {
        return LIBRARIES.keySet().stream()
                .sorted()
                .map(library -> DynamicTest.dynamicTest(library, () -> checkLibrary(library)));
    }

    private static void checkLibrary(String library) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        LIBRARIES.getOrDefault(library, Set.of()).stream()
                                .map(ArchitectureTest::within)
                                .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(PRODUCTION);
    }

    @Test
    void the_model_knows_nothing_but_java() {
        classes()
                .that()
                .resideInAPackage(within("model"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(within("model"), "java..", "org.jspecify..")
                .check(PRODUCTION);
    }

    /**
     * A module's root package stays out of this: it is the entry, which calls the packages below,
     * and the vocabulary that they speak.
     */
    @Test
    void packages_of_a_module_know_each_other_in_one_direction() {
        slices().matching("dev.postern.(*).(*)..").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void only_the_command_line_prints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(within("cli"))
                .should(ACCESS_STANDARD_STREAMS)
                .check(PRODUCTION);
    }

    @Test
    void names_say_what_a_thing_is() {
        String vague = "(?i).*(utils?|common|helpers?|manager|impl)";
        noClasses().should().haveNameMatching(vague).check(PRODUCTION);
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..common..", "..helper..", "..manager..", "..impl..")
                .check(PRODUCTION);
    }

    private static String within(String module) {
        return "dev.postern." + module + "..";
    }
}
