package org.tandem.engine.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.Node;
import org.tandem.engine.state.Correlation;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;
import org.tandem.engine.state.Message;
import org.tandem.engine.state.Subscription;

/** Messages reach each process once: a waiting instance, or a new one; while they live they wait for one in the buffer. */
public final class Messages {

    private final Core core;

    Messages(Core core) {
        this.core = core;
    }

    /** Where a correlated message went. */
    public record Correlated(long message, long processInstance) {}

    /** Publishes a message; with a time to live it waits for whoever listens later. */
    public Message publish(
            String name,
            String correlationKey,
            String messageId,
            long timeToLiveMillis,
            Map<String, JsonValue> variables) {
        if (!messageId.isEmpty()
                && core.state().buffered(name, correlationKey).stream()
                        .anyMatch(other -> other.messageId().equals(messageId))) {
            throw new Rejection(
                    Rejection.Reason.ALREADY_EXISTS,
                    "Expected to publish a new message with id '%s', but a message with that id was already published"
                            .formatted(messageId));
        }
        var message = put(name, correlationKey, messageId, timeToLiveMillis, variables);
        deliver(message.key());
        if (timeToLiveMillis <= 0) {
            core.state().put(get(message.key()).expired(core.now()));
        }
        return message;
    }

    /** Publishes a message that must reach somebody now. */
    public Correlated correlate(String name, String correlationKey, Map<String, JsonValue> variables) {
        var message = put(name, correlationKey, "", 0, variables);
        var instance = deliver(message.key());
        if (instance == 0) {
            throw Rejection.notFound(
                    "Expected to find subscription for message with name '%s' and correlation key '%s', but none was found.",
                    name, correlationKey);
        }
        core.state().put(get(message.key()).expired(core.now()));
        return new Correlated(message.key(), instance);
    }

    private Message put(
            String name, String correlationKey, String id, long timeToLive, Map<String, JsonValue> variables) {
        return core.state()
                .put(new Message(
                        core.state().newKey(),
                        name,
                        correlationKey,
                        id,
                        new LinkedHashMap<>(variables),
                        Set.of(),
                        core.now(),
                        core.now() + Math.max(0, timeToLive),
                        0));
    }

    private Message get(long key) {
        return core.state().get(Message.class, key);
    }

    /** The first process instance that it reached, or 0. */
    private long deliver(long key) {
        var message = get(key);
        long first = 0;
        for (var subscription :
                core.state().listeners(Subscription.Kind.MESSAGE, message.name(), message.correlationKey())) {
            var reached = correlate(key, subscription.key());
            first = first == 0 ? reached : first;
        }
        for (var process : core.state().latestProcesses()) {
            var reached = start(process, key);
            first = first == 0 ? reached : first;
        }
        return first;
    }

    /** The process instance reached, or 0 where the message cannot go there. */
    private long correlate(long messageKey, long subscriptionKey) {
        var subscription = core.state().find(Subscription.class, subscriptionKey);
        var message = get(messageKey);
        if (subscription == null || subscription.isFinished()) {
            return 0;
        }
        var processId =
                core.state().get(Definition.class, subscription.definition()).id();
        var element = core.elements().get(subscription.element());
        if (message.heardBy().contains(processId) || element.state() != ElementInstance.State.ACTIVE) {
            return 0;
        }
        core.state().put(message.heardBy(processId));
        remember(message, subscription.key(), element, subscription.elementId());
        var event = core.models().process(element).node(subscription.elementId());
        if (Events.isInterrupting(event)) {
            core.state().put(subscription.with(Subscription.State.CORRELATED, core.now()));
        }
        core.events().trigger(element, event, message.variables());
        return subscription.processInstance();
    }

    private void remember(Message message, long subscription, ElementInstance element, String elementId) {
        core.state()
                .put(new Correlation(
                        core.state().newKey(),
                        message.key(),
                        subscription,
                        element.key(),
                        element.processInstance(),
                        element.definition(),
                        elementId,
                        message.name(),
                        message.correlationKey(),
                        core.now()));
    }

    /** Somebody has begun to listen: what waits in the buffer is heard, oldest first. */
    void correlateBuffered(long subscriptionKey) {
        if (core.state().find(Subscription.class, subscriptionKey) instanceof Subscription subscription) {
            for (var message : core.state().buffered(subscription.name(), subscription.correlationKey())) {
                if (message.deadline() > core.now()) {
                    correlate(message.key(), subscriptionKey);
                }
            }
        }
    }

    /** Starts an instance of a process by a message: only one runs for each correlation key. */
    private long start(Definition process, long messageKey) {
        var message = get(messageKey);
        var start = startFor(process, message.name());
        if (start == null || message.heardBy().contains(process.id())) {
            return 0;
        }
        var businessKey = message.correlationKey().isEmpty() ? null : message.correlationKey();
        if (businessKey != null && core.state().isRunning(process.id(), businessKey)) {
            return 0;
        }
        core.state().put(message.heardBy(process.id()));
        var instance = core.instances().byEvent(process, start, message.variables(), businessKey);
        remember(message, 0, instance, start.id());
        return instance.key();
    }

    private @Nullable Node startFor(Definition process, String name) {
        return core.models().process(process).startsOf(null).stream()
                .filter(start -> Events.triggerOf(start) instanceof Trigger.Message message
                        && nameOf(message).equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Of a start event: there are no variables yet. */
    private String nameOf(Trigger.Message message) {
        return core.feel().text(message.name(), Feel.NOWHERE);
    }

    /** An instance for a correlation key has ended: the next message that waited for that starts another. */
    void startNext(String processId, String businessKey) {
        var process = core.state().latest(Definition.Kind.PROCESS, processId);
        if (process == null || core.state().isRunning(processId, businessKey)) {
            return;
        }
        var names = core.models().process(process).startsOf(null).stream()
                .map(Events::triggerOf)
                .filter(Trigger.Message.class::isInstance)
                .map(trigger -> nameOf((Trigger.Message) trigger))
                .distinct()
                .toList();
        names.stream()
                .map(name -> core.state().buffered(name, businessKey))
                .flatMap(List::stream)
                .filter(message ->
                        message.deadline() > core.now() && !message.heardBy().contains(processId))
                .min(java.util.Comparator.comparingLong(Message::key))
                .ifPresent(message -> start(process, message.key()));
    }
}
