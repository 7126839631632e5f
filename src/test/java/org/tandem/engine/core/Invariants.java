package org.tandem.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.tandem.bpmn.Behaviour;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.Incident;
import org.tandem.engine.state.Job;
import org.tandem.engine.state.Message;
import org.tandem.engine.state.State;
import org.tandem.engine.state.Subscription;
import org.tandem.engine.state.Timer;
import org.tandem.engine.state.UserTask;
import org.tandem.engine.state.Variable;

/** What is true of a state after every command, whatever the models and the commands were. */
final class Invariants {

    private final Core core;
    private final State state;

    Invariants(Core core) {
        this.core = core;
        this.state = core.state();
    }

    void hold() {
        state.all(ElementInstance.class).forEach(this::element);
        state.all(Job.class).forEach(job -> {
            assertThat(job.isFinished()).as("%s has left the memory", job).isFalse();
            assertThat(activeElement(job.element(), job).incident() != 0)
                    .as("%s has an incident exactly when it failed", job)
                    .isEqualTo(job.state() == Job.State.FAILED || job.state() == Job.State.ERROR_UNCAUGHT);
        });
        state.all(UserTask.class).forEach(task -> {
            assertThat(task.isFinished()).as("%s has left the memory", task).isFalse();
            activeElement(task.element(), task);
        });
        state.all(Timer.class).forEach(this::timer);
        state.all(Subscription.class).forEach(subscription -> {
            assertThat(subscription.isFinished())
                    .as("%s has left the memory", subscription)
                    .isFalse();
            listens(
                    activeElement(subscription.element(), subscription),
                    subscription.definition(),
                    subscription.elementId());
        });
        state.all(Variable.class).forEach(variable -> activeElement(variable.scope(), variable));
        state.all(Message.class)
                .forEach(message -> assertThat(message.deadline())
                        .as("%s is still to be heard", message)
                        .isGreaterThan(core.now()));
        state.all(Incident.class)
                .forEach(incident -> assertThat(
                                activeElement(incident.element(), incident).incident())
                        .as("%s is the one its element knows", incident)
                        .isEqualTo(incident.key()));
    }

    private ElementInstance activeElement(long key, Object belongsTo) {
        var element = state.find(ElementInstance.class, key);
        if (element == null) {
            throw new AssertionError("%s has no element".formatted(belongsTo));
        }
        assertThat(element.isActive())
                .as("%s belongs to something active", belongsTo)
                .isTrue();
        return element;
    }

    private void listens(ElementInstance element, long definition, String event) {
        assertThat(definition)
                .as("%s and %s have one definition", element, event)
                .isEqualTo(element.definition());
        assertThat(Catches.of(element, core.models().process(element)).all())
                .as("%s listens to %s", element, event)
                .anyMatch(node -> node.id().equals(event));
    }

    private void timer(Timer timer) {
        if (timer.element() != 0) {
            listens(activeElement(timer.element(), timer), timer.definition(), timer.elementId());
        } else {
            var definition = state.get(Definition.class, timer.definition());
            assertThat(state.latest(Definition.Kind.PROCESS, definition.id()))
                    .as("%s belongs to the latest version", timer)
                    .isEqualTo(definition);
        }
        assertThat(timer.due()).as("%s has not been forgotten", timer).isGreaterThan(core.now());
    }

    private void element(ElementInstance element) {
        assertThat(element.isActive()).as("%s has left the memory", element).isTrue();
        assertThat(activeElement(element.processInstance(), element).definition())
                .as("%s runs after the definition of its instance", element)
                .isEqualTo(element.definition());
        if (!element.isProcess()) {
            activeElement(element.scope(), element);
            var node = core.models().node(element);
            assertThat(
                            element.isBody()
                                    ? node.repetition() != null
                                    : node.type().equals(element.type()))
                    .as("%s is of its type", element)
                    .isTrue();
        }
        assertThat(core.models().process(element).flows().keySet())
                .as("there are the flows over which tokens came in %s", element)
                .containsAll(element.tokens().arrived().keySet());
        if (element.incident() != 0) {
            assertThat(state.find(Incident.class, element.incident()))
                    .as("%s has the incident it names", element)
                    .isNotNull();
            return;
        }
        assertThat(element.state()).as("%s has come to rest", element).isEqualTo(ElementInstance.State.ACTIVE);
        var node = core.models().find(element);
        var children = state.childrenOf(element.key()).size();
        if (node == null || element.isBody() || node.behaviour() instanceof Behaviour.SubProcess) {
            var waiting = element.tokens().arrived().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(element.tokens().count())
                    .as("%s counts its tokens", element)
                    .isEqualTo(children + waiting)
                    .isPositive();
            return;
        }
        assertThat(children).as("%s holds nothing", element).isZero();
        switch (node.behaviour()) {
            case Behaviour.Job job ->
                assertThat(state.jobOf(element.key()))
                        .as("%s has a job", element)
                        .isNotNull();
            case Behaviour.UserTask task ->
                assertThat(state.userTaskOf(element.key()))
                        .as("%s has a task", element)
                        .isNotNull();
            case Behaviour.Call call ->
                assertThat(activeElement(element.child(), element).origin())
                        .as("%s waits for what it called", element)
                        .extracting(ElementInstance.Origin::parentElement)
                        .isEqualTo(element.key());
            case Behaviour.Catch event -> waits(element);
            case Behaviour.EventGateway gateway -> waits(element);
            default -> throw new AssertionError("%s waits for nothing".formatted(element));
        }
    }

    private void waits(ElementInstance element) {
        assertThat(state.subscriptionsOf(element.key()).size()
                        + state.timersOf(element.key()).size())
                .as("%s waits for something", element)
                .isPositive();
    }
}
