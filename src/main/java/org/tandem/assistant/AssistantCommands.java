package org.tandem.assistant;

import java.util.List;
import org.tandem.assistant.evaluation.Evaluate;
import org.tandem.assistant.evaluation.HandledCases;
import org.tandem.assistant.knowledge.ImportCommand;

/** What editors can do with the assistant from the command line. */
public final class AssistantCommands {

    private AssistantCommands() {}

    /**
     * Each is a command of picocli.
     *
     * @param handled tells what is known of the cases that were handled so far
     */
    public static List<Object> all(HandledCases handled) {
        return List.of(new Evaluate(handled), new ImportCommand());
    }
}
