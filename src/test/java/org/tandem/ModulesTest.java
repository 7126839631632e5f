package org.tandem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

@Execution(ExecutionMode.CONCURRENT)
class ModulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tandem");

    private final ApplicationModules modules = ApplicationModules.of(Tandem.class);

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        modules.verify();
    }

    @Test
    void onlyTheProcessKnowsTheCamundaClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tandem.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.camunda.client..")
                .check(CLASSES);
    }

    @Test
    void onlyWhatReadsChecksAndRunsModelsKnowsCamunda() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.tandem.process..", "org.tandem.bpmn..", "org.tandem.policy..", "org.tandem.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.camunda..")
                .check(CLASSES);
    }

    @Test
    void thePictureOfTheModulesIsDrawn() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
