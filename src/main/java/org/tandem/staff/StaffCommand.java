package org.tandem.staff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tandem.staff.accounts.AccountRefused;
import org.tandem.staff.accounts.AccountsDatabase;
import org.tandem.staff.accounts.NewAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Accounts of the staff from the command line: how the first one comes in. */
@Command(
        name = "staff",
        mixinStandardHelpOptions = true,
        subcommands = StaffCommand.Add.class,
        description = "Looks after the accounts of people who work here.")
@SuppressWarnings("NullAway.Init") // set by picocli
public final class StaffCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: staff add NAME --role ROLE");
    }

    /** Adds one account. The password is asked for, or the first line of what is piped in: arguments are seen by everybody on a machine. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Adds an account. Its password is asked for, or read as one line from the standard input. Where the database"
                            + " is, is said as to Tandem itself, for example with --spring.datasource.url=...")
    static final class Add implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "the name to sign in with")
        private String name;

        @Option(names = "--display-name", paramLabel = "NAME", description = "what colleagues call them")
        private @Nullable String displayName;

        @Option(
                names = "--role",
                split = ",",
                required = true,
                paramLabel = "ROLE",
                description = "agent, lead, analyst, auditor or operator; can be repeated")
        private Set<Role> roles = EnumSet.noneOf(Role.class);

        @Option(
                names = "--group",
                split = ",",
                paramLabel = "GROUP",
                description = "a queue they take work from, for example general; can be repeated")
        private Set<String> groups = Set.of();

        @Unmatched
        private List<String> settings = List.of();

        @Override
        public Integer call() throws IOException {
            var unknown = settings.stream()
                    .filter(setting -> !setting.startsWith("--spring.") && !setting.startsWith("--tandem."))
                    .findFirst();
            if (unknown.isPresent()) {
                throw new ParameterException(spec.commandLine(), "Unknown: '%s'".formatted(unknown.get()));
            }
            try {
                AccountsDatabase.add(
                        new NewAccount(name, displayName == null ? name : displayName, roles, groups, password()),
                        settings);
            } catch (AccountRefused refused) {
                refused.flaws().values().forEach(spec.commandLine().getErr()::println);
                return 1;
            } catch (AccountsDatabase.NotThere e) {
                spec.commandLine().getErr().println(e.getMessage());
                return 1;
            }
            spec.commandLine().getOut().println("Added %s. They sign in at /sign-in.".formatted(name));
            spec.commandLine().getOut().flush();
            return 0;
        }

        private String password() throws IOException {
            // Java 22 to 24 have a console even where there is no terminal, unless told otherwise
            System.setProperty("jdk.console", "java.base");
            var console = System.console();
            if (console == null) {
                var line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
                return line == null ? "" : line;
            }
            while (true) {
                var password = console.readPassword("Password for %s, at least 12 characters: ", name);
                var again = console.readPassword("Once more: ");
                if (password == null || again == null) {
                    return "";
                }
                if (new String(password).equals(new String(again))) {
                    return new String(password);
                }
                console.printf("They are not the same; please try again.%n");
            }
        }
    }
}
