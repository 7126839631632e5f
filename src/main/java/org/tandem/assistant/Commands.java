package org.tandem.assistant;

import java.util.List;
import org.tandem.assistant.evaluation.Evaluate;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be done from the command line without starting the application: {@code java -jar tandem.jar COMMAND ...}. */
public final class Commands {

    private Commands() {}

    /** Whether the arguments ask for a command rather than for the application. */
    public static boolean isOne(String... arguments) {
        return arguments.length > 0
                && (commandLine().getSubcommands().containsKey(arguments[0])
                        || List.of("help", "--help").contains(arguments[0]));
    }

    /** @return the exit code: 0 done, 1 failed, 2 wrong arguments or files */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new All());
    }

    /** The list of commands. */
    @Command(
            name = "tandem",
            mixinStandardHelpOptions = true,
            subcommands = {Evaluate.class, CommandLine.HelpCommand.class},
            description = "Without a command, Tandem is started.")
    private static final class All {}
}
