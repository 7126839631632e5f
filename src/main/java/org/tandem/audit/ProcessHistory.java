package org.tandem.audit;

import java.util.List;
import java.util.Optional;

/**
 * What a process engine knows of the processes that it runs and ran; on a cluster it follows what happens by a few seconds. Every method
 * throws {@link HistoryUnavailable} when the engine does not tell.
 */
public interface ProcessHistory {

    /** The processes there are, each once. */
    List<ProcessName> processes();

    Found search(Wanted wanted);

    Optional<Run> run(long key);

    /** Everything that happened in a run. */
    Trail trail(Run run);

    /** The BPMN file of the version that ran. */
    Optional<String> diagram(long definition);

    /** The DMN file of the version that decided. */
    Optional<String> decisionModel(long definition);

    /** Lets the step that an incident stopped try again. */
    Retry retry(long run, long incident);
}
