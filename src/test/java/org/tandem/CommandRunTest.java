package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

class CommandRunTest {

    private final PrintStream before = System.out;

    @AfterEach
    void restore() {
        System.setOut(before);
    }

    @Test
    void aCommandIsHeardAlsoIfATestBesideItBeginsToCaptureTheOutput() {
        var said = new StringWriter();

        assertThat(CommandRun.run(new Greeting(), said, said, "Ada")).isZero();

        assertThat(said.toString().strip()).isEqualTo("Hello Ada");
    }

    @Command(name = "greeting")
    static final class Greeting implements Runnable {

        @Spec
        CommandSpec spec;

        private String name = "";

        @Parameters
        void setName(String name) {
            this.name = name;
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        }

        @Override
        public void run() {
            spec.commandLine().getOut().println("Hello " + name);
        }
    }
}
