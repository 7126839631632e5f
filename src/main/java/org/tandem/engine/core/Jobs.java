package org.tandem.engine.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.Incident;
import org.tandem.engine.state.Job;
import org.tandem.engine.state.Job.State;
import org.tandem.engine.state.JsonValue;

/** Work for job workers: handed out for a time, completed, failed, tried again. */
public final class Jobs {

    private final Core core;

    Jobs(Core core) {
        this.core = core;
    }

    /** A job as a worker gets it. */
    public record Activated(
            Job job,
            ElementInstance element,
            Definition process,
            Map<String, JsonValue> variables,
            List<String> tags) {}

    void create(ElementInstance element, Node node, Behaviour.Job behaviour) {
        var scope = core.variables().scope(element.key());
        var type = core.feel().text(behaviour.type(), scope);
        var retries = core.feel().number(behaviour.retries(), scope);
        core.state()
                .put(new Job(
                        core.state().newKey(),
                        type,
                        element.key(),
                        element.processInstance(),
                        State.ACTIVATABLE,
                        retries,
                        "",
                        0,
                        node.headers(),
                        null,
                        null,
                        core.now(),
                        0));
        core.effects().jobTypes().add(type);
    }

    /**
     * Hands out jobs of a type, those with the lowest keys first.
     *
     * @param variables names of the variables the worker wants; empty for all
     */
    public List<Activated> activate(String type, String worker, long timeout, int atMost, List<String> variables) {
        var activated = new ArrayList<Activated>();
        while (activated.size() < atMost && core.state().firstActivatable(type) instanceof Job job) {
            var element = core.elements().get(job.element());
            var seen = new LinkedHashMap<>(core.variables().visible(element.key()));
            if (!variables.isEmpty()) {
                seen.keySet().retainAll(variables);
            }
            var given = core.state().put(job.activated(worker, core.now() + timeout));
            activated.add(new Activated(
                    given,
                    element,
                    core.state().get(Definition.class, element.definition()),
                    seen,
                    tags(core.elements().get(element.processInstance()))));
        }
        return activated;
    }

    private static List<String> tags(ElementInstance processInstance) {
        return processInstance.origin() == null
                ? List.of()
                : processInstance.origin().tags();
    }

    /** The worker went away before it heard of these jobs; others may have them. */
    public void giveBack(List<Job> jobs) {
        for (var job : jobs) {
            var now = core.state().find(Job.class, job.key());
            if (now != null && now.state() == State.ACTIVATED && now.deadline() == job.deadline()) {
                offer(now);
            }
        }
    }

    /** Its time-out or back-off is over. */
    public void due(long key) {
        var job = core.state().find(Job.class, key);
        if (job != null && (job.state() == State.ACTIVATED || job.state() == State.BACKING_OFF)) {
            offer(job);
        }
    }

    private void offer(Job job) {
        core.state().put(job.activatable());
        core.effects().jobTypes().add(job.type());
    }

    private Job get(long key, String what) {
        var job = core.state().find(Job.class, key);
        if (job == null) {
            throw Rejection.notFound("Expected to %s job with key '%d', but no such job was found", what, key);
        }
        return job;
    }

    private Job active(long key, String what) {
        var job = get(key, what);
        if (job.state() == State.FAILED || job.state() == State.ERROR_UNCAUGHT) {
            throw Rejection.invalidState(
                    "Expected to %s job with key '%d', but it is in state '%s'; resolve its incident first",
                    what, key, job.state() == State.FAILED ? "FAILED" : "ERROR_THROWN");
        }
        return job;
    }

    /** The work is done. */
    public void complete(long key, Map<String, JsonValue> variables) {
        var job = active(key, "complete");
        core.state().put(job.ended(State.COMPLETED, core.now()));
        core.elements().complete(job.element(), variables);
    }

    /** The work failed; it is tried again while there are retries, after the back-off. */
    public void fail(
            long key, int retries, long backOffMillis, @Nullable String message, Map<String, JsonValue> variables) {
        var job = active(key, "fail");
        core.variables().setLocal(core.elements().get(job.element()), variables);
        if (retries <= 0) {
            core.state().put(job.failed(State.FAILED, 0, 0, message));
            var why = message == null || message.isEmpty() ? "No more retries left." : message;
            core.incidents().raise(job.element(), Incident.Phase.JOB, new Failure(Failure.JOB_NO_RETRIES, why), key);
        } else if (backOffMillis > 0) {
            core.state().put(job.failed(State.BACKING_OFF, retries, core.now() + backOffMillis, message));
        } else {
            offer(job.failed(State.ACTIVATABLE, retries, 0, message));
        }
    }

    /** The work came to an outcome that the model knows as an error. */
    public void throwError(long key, String code, @Nullable String message, Map<String, JsonValue> variables) {
        var job = active(key, "throw an error for");
        var thrown = core.state().put(job.withError(code, message));
        core.state().put(thrown.ended(State.ERROR_THROWN, core.now()));
        if (!core.errors().fromJob(core.elements().get(job.element()), code, variables)) {
            core.state().put(thrown);
            var why = "Expected to throw an error event with the code '%s'%s, but it was not caught."
                    .formatted(code, message == null || message.isEmpty() ? "" : " with message '" + message + "'");
            core.incidents().raise(job.element(), Incident.Phase.JOB, new Failure(Failure.UNHANDLED_ERROR, why), key);
        }
    }

    /** Gives a job other retries, or its worker more time from now on. */
    public void update(long key, @Nullable Integer retries, @Nullable Long timeoutMillis) {
        var job = get(key, "update");
        if (retries != null) {
            if (retries < 1) {
                throw Rejection.invalidArgument(
                        "Expected to update retries for job with key '%d' with a positive amount of retries, but the amount given was '%d'",
                        key, retries);
            }
            job = core.state().put(job.withRetries(retries));
        }
        if (timeoutMillis != null) {
            if (job.state() != State.ACTIVATED) {
                throw Rejection.invalidState(
                        "Expected to update the timeout of job with key '%d', but it is not active", key);
            }
            core.state().put(job.withDeadline(core.now() + timeoutMillis));
        }
    }

    void retry(long key) {
        var job = get(key, "retry");
        if (job.retries() <= 0) {
            throw Rejection.invalidState(
                    "Expected to resolve the incident of job with key '%d', but it has no retries left: update its retries first",
                    key);
        }
        offer(job);
    }

    void cancel(long element) {
        var job = core.state().jobOf(element);
        if (job != null) {
            core.state().put(job.ended(State.CANCELED, core.now()));
        }
    }
}
