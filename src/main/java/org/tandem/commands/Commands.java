package org.tandem.commands;

import ch.qos.logback.classic.Level;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.assistant.AssistantCommands;
import org.tandem.desk.DeskCommands;
import org.tandem.policy.ModelPolicy;
import org.tandem.process.EngineContract;
import org.tandem.quality.QualityCommands;
import org.tandem.staff.StaffCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be done from the command line without starting the application: {@code java -jar tandem.jar COMMAND ...}. */
public final class Commands {

    private Commands() {}

    /** Whether the arguments ask for a command; those of the application itself begin with a dash. */
    public static boolean isOne(String... arguments) {
        return arguments.length > 0
                && (!arguments[0].startsWith("-") || List.of("-h", "--help").contains(arguments[0]));
    }

    /** Does what the arguments ask for, and ends this Java with its exit code. */
    public static void main(String... arguments) {
        quieten();
        System.exit(run(arguments));
    }

    /** @return the exit code: 0 done, 1 failed, 2 wrong arguments or files */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** Commands say themselves what went wrong, and libraries would talk into the progress bar. */
    private static void quieten() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
    }

    private static CommandLine commandLine() {
        var all = new CommandLine(new All());
        AssistantCommands.all(QualityCommands.handledCases()).forEach(all::addSubcommand);
        QualityCommands.all(new ModelPolicy(EngineContract.capabilities())).forEach(all::addSubcommand);
        DeskCommands.all().forEach(all::addSubcommand);
        return all.addSubcommand(new CheckCommand())
                .addSubcommand(new StaffCommand())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** The list of commands. */
    @Command(
            name = "tandem",
            mixinStandardHelpOptions = true,
            subcommands = CommandLine.HelpCommand.class,
            description = "Without a command, Tandem is started.")
    private static final class All {}
}
