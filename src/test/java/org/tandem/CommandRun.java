package org.tandem;

import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine;

/** Runs a command as it is run from the command line, and hears what it says. */
public final class CommandRun {

    private CommandRun() {}

    /**
     * @param command one of picocli
     * @return its exit code
     */
    public static int run(Object command, Writer out, Writer err, String... arguments) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                // picocli's own strategy drops these writers if System.out became another meanwhile, as beside a test
                // that captures it
                .setExecutionStrategy(parsed -> new CommandLine.RunLast().execute(parsed))
                .execute(arguments);
    }
}
