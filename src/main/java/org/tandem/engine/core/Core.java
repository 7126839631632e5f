package org.tandem.engine.core;

import org.tandem.bpmn.DeployableFiles;
import org.tandem.engine.state.State;

/**
 * The state machine: a command, at a time, changes the state as a whole or not at all. One thread at a time; everything that happens is
 * decided by the state, the command and the time.
 */
public final class Core {

    private final State state;
    private final Models models;
    private final Effects effects = new Effects();
    private final Steps steps = new Steps();
    private final Feel feel = new Feel(this::now);
    private final Variables variables;
    private final Incidents incidents;
    private final Decisions decisions;
    private final Deployments deployments;
    private final Instances instances;
    private final Migrations migrations;
    private final Jobs jobs;
    private final UserTasks userTasks;
    private final Messages messages;
    private final Signals signals;
    private final Timers timers;
    private final Events events;
    private final Errors errors;
    private final Escalations escalations;
    private final Elements elements;
    private final Tokens tokens;
    private final Joins joins;
    private final Paths paths;
    private long now;

    public Core(State state) {
        this(state, new DeployableFiles());
    }

    /** Engines that run the same files may read them together. */
    public Core(State state, DeployableFiles files) {
        this.state = state;
        this.models = new Models(state, files);
        this.variables = new Variables(state, feel);
        this.incidents = new Incidents(this);
        this.decisions = new Decisions(this);
        this.timers = new Timers(this);
        this.deployments = new Deployments(this, files);
        this.instances = new Instances(this);
        this.migrations = new Migrations(this);
        this.jobs = new Jobs(this);
        this.userTasks = new UserTasks(this);
        this.messages = new Messages(this);
        this.signals = new Signals(this);
        this.events = new Events(this);
        this.errors = new Errors(this);
        this.escalations = new Escalations(this);
        this.joins = new Joins(this);
        this.paths = new Paths(this);
        this.elements = new Elements(this);
        this.tokens = new Tokens(this);
    }

    /**
     * Carries out a command and everything that follows from it.
     *
     * @throws Rejection when it cannot be done; nothing has changed then, nor with any other exception
     */
    public <T> T execute(Command<T> command, long time) {
        now = time;
        effects.clear();
        state.begin();
        try {
            var answer = command.run(this);
            do {
                steps.runAll();
            } while (joins.settle());
            state.keep();
            return answer;
        } catch (Failure failed) {
            state.rollback();
            effects.clear();
            throw new Rejection(Rejection.Reason.INVALID_ARGUMENT, String.valueOf(failed.getMessage()));
        } catch (RuntimeException | Error failed) {
            state.rollback();
            effects.clear();
            throw failed;
        } finally {
            steps.clear();
            joins.clear();
        }
    }

    /** What the last command lets the world know. */
    public Effects effects() {
        return effects;
    }

    /** The engine's time, milliseconds since 1970. */
    public long now() {
        return now;
    }

    public State state() {
        return state;
    }

    public Models models() {
        return models;
    }

    public Deployments deployments() {
        return deployments;
    }

    public Instances instances() {
        return instances;
    }

    public Migrations migrations() {
        return migrations;
    }

    public Jobs jobs() {
        return jobs;
    }

    public UserTasks userTasks() {
        return userTasks;
    }

    public Messages messages() {
        return messages;
    }

    public Signals signals() {
        return signals;
    }

    public Timers timers() {
        return timers;
    }

    public Incidents incidents() {
        return incidents;
    }

    public Variables variables() {
        return variables;
    }

    public Decisions decisions() {
        return decisions;
    }

    Feel feel() {
        return feel;
    }

    Steps steps() {
        return steps;
    }

    Elements elements() {
        return elements;
    }

    Tokens tokens() {
        return tokens;
    }

    Events events() {
        return events;
    }

    Errors errors() {
        return errors;
    }

    Escalations escalations() {
        return escalations;
    }

    Joins joins() {
        return joins;
    }

    Paths paths() {
        return paths;
    }
}
