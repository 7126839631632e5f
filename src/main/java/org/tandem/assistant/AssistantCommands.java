package org.tandem.assistant;

import java.util.List;
import org.tandem.assistant.evaluation.Evaluate;
import org.tandem.assistant.knowledge.ImportCommand;

/** What editors can do with the assistant from the command line. */
public final class AssistantCommands {

    private AssistantCommands() {}

    /** Each is a command of picocli. */
    public static List<Object> all() {
        return List.of(new Evaluate(), new ImportCommand());
    }
}
