package org.tandem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(Tandem.class);

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        modules.verify();
    }

    @Test
    void onlyTheProcessAndThePlatformKnowTheCamundaClient() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.tandem");
        noClasses()
                .that()
                .resideOutsideOfPackages("org.tandem.process..", "org.tandem.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.camunda.client..")
                .check(classes);
    }

    @Test
    void thePictureOfTheModulesIsDrawn() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
