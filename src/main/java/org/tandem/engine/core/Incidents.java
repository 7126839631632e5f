package org.tandem.engine.core;

import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.Incident;

/** Elements that cannot go on until a person has mended something. */
public final class Incidents {

    private final Core core;

    Incidents(Core core) {
        this.core = core;
    }

    void raise(long elementKey, Incident.Phase phase, Failure failure, long job) {
        var element = core.elements().get(elementKey);
        var incident = core.state()
                .put(new Incident(
                        core.state().newKey(),
                        failure.type(),
                        String.valueOf(failure.getMessage()),
                        elementKey,
                        element.processInstance(),
                        job,
                        phase,
                        core.now(),
                        0));
        core.state().put(element.withIncident(incident.key()));
    }

    /** Tries again what failed. */
    public void resolve(long key) {
        var incident = core.state().find(Incident.class, key);
        if (incident == null) {
            throw Rejection.notFound("Expected to resolve incident with key '%d', but no such incident was found", key);
        }
        if (incident.phase() == Incident.Phase.JOB) {
            core.jobs().retry(incident.job());
        }
        resolveSilently(incident.element());
        switch (incident.phase()) {
            case ACTIVATE -> core.steps().add(() -> core.elements().activate(incident.element()));
            case COMPLETE -> core.steps().add(() -> core.elements().complete(incident.element()));
            case JOB -> {}
        }
    }

    /** The element is over or tries again: its incident is none any more. */
    void resolveSilently(long elementKey) {
        var element = core.state().get(ElementInstance.class, elementKey);
        if (element.incident() != 0) {
            var incident = core.state().get(Incident.class, element.incident());
            core.state().put(incident.resolved(core.now()));
            core.state().put(element.withIncident(0));
        }
    }
}
