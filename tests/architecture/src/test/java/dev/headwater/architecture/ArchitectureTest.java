package dev.headwater.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.headwater.document.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses HEADWATER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.headwater");

    private static final String[] EMITTERS = {
        "dev.headwater.terraform..", "dev.headwater.dlt..", "dev.headwater.prefect..", "dev.headwater.dbt.."
    };

    private static final Set<String> EXPORTED = Stream.of(
                    "", ".change", ".emit", ".plan", ".platform", ".problem", ".document", ".render", ".runbook")
            .map("dev.headwater"::concat)
            .collect(Collectors.toSet());

    @Test
    void thePackagesOfCorePointFromTheRootToTheLeaves() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("problem")
                .definedBy("dev.headwater.problem")
                .layer("naming")
                .definedBy("dev.headwater.naming")
                .layer("platform")
                .definedBy("dev.headwater.platform")
                .layer("plan")
                .definedBy("dev.headwater.plan")
                .layer("method")
                .definedBy("dev.headwater.method")
                .layer("render")
                .definedBy("dev.headwater.render")
                .layer("document")
                .definedBy("dev.headwater.document", "dev.headwater.document.edit")
                .layer("emit")
                .definedBy("dev.headwater.emit")
                .layer("change")
                .definedBy("dev.headwater.change")
                .layer("apply")
                .definedBy("dev.headwater.apply")
                .layer("reconcile")
                .definedBy("dev.headwater.reconcile")
                .layer("runbook")
                .definedBy("dev.headwater.runbook")
                .layer("root")
                .definedBy("dev.headwater")
                .layer("outside")
                .definedBy(
                        "dev.headwater.examples",
                        "dev.headwater.testkit",
                        EMITTERS[0],
                        EMITTERS[1],
                        EMITTERS[2],
                        EMITTERS[3])
                .whereLayer("root")
                .mayOnlyBeAccessedByLayers("outside")
                .whereLayer("runbook")
                .mayOnlyBeAccessedByLayers("root", "outside")
                .whereLayer("reconcile")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("apply")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("change")
                .mayOnlyBeAccessedByLayers("apply", "reconcile", "runbook", "root", "outside")
                .whereLayer("emit")
                .mayOnlyBeAccessedByLayers("change", "apply", "reconcile", "runbook", "root", "outside")
                .whereLayer("method")
                .mayOnlyBeAccessedByLayers("outside")
                .whereLayer("problem")
                .mayNotAccessAnyLayer()
                .whereLayer("naming")
                .mayOnlyAccessLayers("problem")
                .whereLayer("platform")
                .mayOnlyAccessLayers("problem", "naming")
                .whereLayer("plan")
                .mayOnlyAccessLayers("problem", "naming", "platform")
                .whereLayer("method")
                .mayOnlyAccessLayers("problem", "naming", "platform", "plan", "render")
                .whereLayer("render")
                .mayOnlyAccessLayers("problem", "naming")
                .whereLayer("document")
                .mayOnlyAccessLayers("problem")
                .whereLayer("emit")
                .mayOnlyAccessLayers("problem", "naming", "platform", "plan", "document", "render")
                .because("a leaf can be read, tested and changed without what stands above it")
                .check(HEADWATER);
    }

    @Test
    void coreKnowsNoEmitter() {
        noClasses()
                .that()
                .resideOutsideOfPackages(EMITTERS)
                .and()
                .resideOutsideOfPackage("dev.headwater.examples..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EMITTERS)
                .because("a stranger's emitter must stand where ours stand")
                .check(HEADWATER);
    }

    @Test
    void emittersKnowOnlyCoreAndNotEachOther() {
        classes()
                .that()
                .resideInAnyPackage(EMITTERS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.headwater..",
                        "java.lang..",
                        "java.util..",
                        "java.io..",
                        "java.nio.charset..",
                        "java.time..",
                        "org.jspecify..")
                .because("an emitter's only library is core")
                .check(HEADWATER);
        for (String emitter : EMITTERS) {
            noClasses()
                    .that()
                    .resideInAPackage(emitter)
                    .should()
                    .dependOnClassesThat(DescribedPredicate.describe(
                            "belong to another emitter",
                            (JavaClass other) -> isEmitter(other) && !isIn(other, emitter)))
                    .because("each emitter can be used without the others")
                    .check(HEADWATER);
        }
    }

    @Test
    void onlyWhoeverChangesADocumentAsksItsMappingsStrictly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.headwater.document..", "dev.headwater.reconcile")
                .should()
                .callMethod(YamlNode.Mapping.class, "entry", String.class)
                .orShould()
                .callMethod(YamlNode.Mapping.class, "get", String.class)
                .orShould()
                .callMethod(YamlNode.Mapping.class, "requireEachKeyOnce")
                .because("these refuse a key that is written twice, which its own tool reads")
                .check(HEADWATER);
    }

    @Test
    void theTestKitKnowsOnlyCoreAndNoTestFramework() {
        classes()
                .that()
                .resideInAPackage("dev.headwater.testkit")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.headwater..", "java.lang..", "java.util..", "java.nio.charset..", "org.jspecify..")
                .because("it serves emitters that it does not know, with whatever their tests are written")
                .check(HEADWATER);
    }

    private static boolean isEmitter(JavaClass type) {
        for (String emitter : EMITTERS) {
            if (isIn(type, emitter)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(JavaClass type, String pattern) {
        return type.getPackageName().startsWith(pattern.replace("..", ""));
    }

    @Test
    void onlyApplyAndTheDirectoryRepositoryWithItsIgnoreFilesTouchADisk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.headwater.examples..")
                .and()
                .resideOutsideOfPackage("dev.headwater.apply")
                .and()
                .doNotHaveFullyQualifiedName("dev.headwater.emit.DirectoryRepository")
                .and()
                .doNotHaveFullyQualifiedName("dev.headwater.emit.GitIgnore")
                .and()
                .doNotHaveFullyQualifiedName("dev.headwater.emit.GitCheckout")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "touch the world outside",
                        (JavaClass type) -> type.getName().equals("java.io.File")
                                || type.getName().equals("java.nio.file.Files")
                                || type.getName().startsWith("java.net.http")
                                || type.getName().equals("java.net.Socket")
                                || type.getName().equals("java.time.Clock")))
                .because("a preview is pure")
                .check(HEADWATER);
    }

    @Test
    void nothingDependsOnTheMachine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.headwater.examples..")
                .should()
                .callMethod(System.class, "lineSeparator")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class, String.class)
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "ask for the time",
                        call -> call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getName().equals("now")))
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .because("the same plan gives the same bytes everywhere")
                .check(HEADWATER);
    }

    @Test
    void thePublicSurfaceOfCoreStaysSmall() {
        List<String> types = HEADWATER.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .filter(type -> EXPORTED.contains(type.getPackageName()))
                .map(JavaClass::getName)
                .toList();
        assertThat(types)
                .as(
                        "a newcomer can read the list of types; naming rules, one a target system, and methods are counted apart")
                .contains("dev.headwater.Workspace", "dev.headwater.plan.DataSourcePlan")
                .hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void noPackagesGoInCircles() {
        slices().matching("dev.headwater.(*)..").should().beFreeOfCycles().check(HEADWATER);
    }

    @Test
    void everyPublicTypeIsInANullMarkedPackage() {
        classes()
                .that()
                .arePublic()
                .should(new ArchCondition<JavaClass>("live in a @NullMarked package") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean marked = item.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                        events.add(new SimpleConditionEvent(item, marked, item.getName() + " marked: " + marked));
                    }
                })
                .check(HEADWATER);
    }
}
