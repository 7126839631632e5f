package org.tandem.policy;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tandem.bpmn.ModelFiles;
import org.tandem.policy.states.Capabilities;

/** The {@code check} command: tells analysts whether the models of a folder may be deployed. */
public final class ModelCheck {

    private ModelCheck() {}

    /** Prints what is wrong and returns the exit code: 0 if nothing is, 1 if something is, 2 if there is nothing to check. */
    public static int run(Path folder, Capabilities capabilities, PrintStream out) {
        if (!Files.isDirectory(folder)) {
            out.printf("%s is not a folder.%n", folder);
            return 2;
        }
        var models = ModelFiles.inFolder(folder);
        if (models.files().isEmpty()) {
            out.printf("There are no .bpmn, .dmn or .form files in %s.%n", folder);
            return 2;
        }
        var violations = new ModelPolicy(capabilities).check(models);
        violations.forEach(out::println);
        var errors = (int) violations.stream().filter(Violation::isError).count();
        var warnings = violations.size() - errors;
        out.printf(
                "%s checked, %s%s.%n",
                counted(models.files().size(), "file"),
                errors == 0 ? "all rules are kept" : "the rules are broken in " + counted(errors, "place"),
                warnings == 0 ? "" : ", " + counted(warnings, "warning"));
        return errors == 0 ? 0 : 1;
    }

    private static String counted(int count, String what) {
        return count == 1 ? "1 " + what : count + " " + what + "s";
    }
}
