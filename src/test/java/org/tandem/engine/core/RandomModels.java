package org.tandem.engine.core;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractActivityBuilder;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import java.util.List;
import java.util.Random;

/** Processes made of the supported elements, at random but valid. The same random numbers make the same process. */
final class RandomModels {

    static final List<String> JOB_TYPES = List.of("pack", "ship", "bill");
    static final List<String> MESSAGES = List.of("paid", "moved", "asked");
    static final List<String> SIGNALS = List.of("strike", "storm");
    static final List<String> ERRORS = List.of("LOST", "BROKEN");
    static final List<String> ESCALATIONS = List.of("LATE", "ANGRY");
    static final List<String> VARIABLES = List.of("a", "b", "c");
    private static final List<String> SPANS = List.of("PT1M", "PT1H", "P1D");
    private static final int DEEPEST = 3;

    private final Random random;
    private int ids;

    RandomModels(Random random) {
        this.random = random;
    }

    /** A process that may call others. */
    BpmnModelInstance process(String id, List<String> others) {
        ids = 0;
        var process = Bpmn.createExecutableProcess(id);
        for (var i = random.nextInt(3); i > 0; i--) {
            eventSubProcess(process);
        }
        if (chance(4)) {
            process.startEvent(next("byMessage"))
                    .message(message -> message.name(pick(MESSAGES)))
                    .serviceTask(next("task"))
                    .zeebeJobType(pick(JOB_TYPES))
                    .endEvent(next("end"));
        }
        return end(sequence(process.startEvent(next("start")), 0, others)).done();
    }

    private void eventSubProcess(ProcessBuilder process) {
        var start = process.eventSubProcess(next("eventSub")).startEvent(next("eventStart"));
        var interrupting = chance(2);
        switch (random.nextInt(5)) {
            case 0 ->
                start.interrupting(interrupting)
                        .message(message -> message.name(pick(MESSAGES)).zeebeCorrelationKeyExpression("key"));
            case 1 -> start.interrupting(interrupting).timerWithDuration(pick(SPANS));
            case 2 -> start.interrupting(true).error(pick(ERRORS));
            case 3 -> start.interrupting(interrupting).signal(pick(SIGNALS));
            default -> start.interrupting(interrupting).escalation(pick(ESCALATIONS));
        }
        end(task(start));
    }

    private AbstractFlowNodeBuilder<?, ?> sequence(AbstractFlowNodeBuilder<?, ?> at, int depth, List<String> others) {
        var after = at;
        for (var i = random.nextInt(3) + (depth == 0 ? 1 : 0); i > 0; i--) {
            after = depth < DEEPEST && chance(2) ? block(after, depth + 1, others) : task(after);
        }
        return after;
    }

    private AbstractFlowNodeBuilder<?, ?> task(AbstractFlowNodeBuilder<?, ?> at) {
        var id = next("task");
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                var task = at.serviceTask(id).zeebeJobType(pick(JOB_TYPES)).zeebeJobRetries("2");
                if (chance(3)) {
                    task.zeebeInputExpression(pick(VARIABLES) + " + 1", pick(VARIABLES));
                }
                if (chance(3)) {
                    task.zeebeOutputExpression(pick(VARIABLES), pick(VARIABLES));
                }
                yield boundaries(task, id);
            }
            case 3 -> boundaries(at.userTask(id).zeebeUserTask(), id);
            case 4 ->
                at.scriptTask(id).zeebeExpression(pick(VARIABLES) + " + 1").zeebeResultVariable(pick(VARIABLES));
            case 5 ->
                boundaries(
                        at.receiveTask(id)
                                .message(message -> message.name(pick(MESSAGES)).zeebeCorrelationKeyExpression("key")),
                        id);
            case 6 -> at.intermediateCatchEvent(id).timerWithDuration(pick(SPANS));
            case 7 -> at.intermediateCatchEvent(id).signal(pick(SIGNALS));
            case 8 ->
                at.intermediateThrowEvent(id, event -> {
                    switch (random.nextInt(3)) {
                        case 0 -> event.signal(pick(SIGNALS));
                        case 1 -> event.escalation(pick(ESCALATIONS));
                        default -> {}
                    }
                });
            default -> {
                var repeated = at.serviceTask(id).zeebeJobType(pick(JOB_TYPES));
                var sequential = chance(2);
                var until = chance(3);
                repeated.multiInstance(loop -> {
                    loop.zeebeInputCollectionExpression("[1, 2, 3]").zeebeInputElement("item");
                    loop.zeebeOutputCollection("results").zeebeOutputElementExpression("item * 2");
                    if (sequential) {
                        loop.sequential();
                    }
                    if (until) {
                        loop.completionCondition("= numberOfCompletedInstances >= 2");
                    }
                });
                yield boundaries(repeated, id);
            }
        };
    }

    private AbstractFlowNodeBuilder<?, ?> block(AbstractFlowNodeBuilder<?, ?> at, int depth, List<String> others) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> parallel(at, depth, others);
            case 2 -> exclusive(at, depth, others);
            case 3 -> inclusive(at, depth, others);
            case 4 -> eventGateway(at);
            case 5 -> others.isEmpty() ? task(at) : call(at, others);
            default -> subProcess(at, depth, others);
        };
    }

    private AbstractFlowNodeBuilder<?, ?> parallel(AbstractFlowNodeBuilder<?, ?> at, int depth, List<String> others) {
        var fork = next("fork");
        var join = next("join");
        var gateway = at.parallelGateway(fork);
        sequence(gateway, depth, others).parallelGateway(join);
        sequence(gateway.moveToNode(fork), depth, others).connectTo(join);
        if (chance(3)) {
            end(task(gateway.moveToNode(fork)));
        }
        return gateway.moveToNode(join);
    }

    private AbstractFlowNodeBuilder<?, ?> exclusive(AbstractFlowNodeBuilder<?, ?> at, int depth, List<String> others) {
        var fork = next("choice");
        var join = next("merge");
        var gateway = at.exclusiveGateway(fork);
        gateway.sequenceFlowId(next("flow")).conditionExpression(pick(VARIABLES) + " > 2");
        sequence(gateway, depth, others).exclusiveGateway(join);
        gateway.sequenceFlowId(next("flow")).defaultFlow();
        sequence(gateway, depth, others).connectTo(join);
        return gateway.moveToNode(join);
    }

    private AbstractFlowNodeBuilder<?, ?> inclusive(AbstractFlowNodeBuilder<?, ?> at, int depth, List<String> others) {
        var fork = next("some");
        var join = next("all");
        var gateway = at.inclusiveGateway(fork);
        gateway.sequenceFlowId(next("flow")).conditionExpression(pick(VARIABLES) + " > 1");
        sequence(gateway, depth, others).inclusiveGateway(join);
        gateway.sequenceFlowId(next("flow")).conditionExpression(pick(VARIABLES) + " > 3");
        sequence(gateway, depth, others).connectTo(join);
        gateway.sequenceFlowId(next("flow")).defaultFlow();
        sequence(gateway, depth, others).connectTo(join);
        return gateway.moveToNode(join);
    }

    private AbstractFlowNodeBuilder<?, ?> eventGateway(AbstractFlowNodeBuilder<?, ?> at) {
        var gateway = next("first");
        var join = next("merge");
        at.eventBasedGateway(gateway)
                .intermediateCatchEvent(next("event"), event -> event.timerWithDuration(pick(SPANS)))
                .exclusiveGateway(join)
                .moveToNode(gateway)
                .intermediateCatchEvent(
                        next("event"),
                        event -> event.message(
                                message -> message.name(pick(MESSAGES)).zeebeCorrelationKeyExpression("key")))
                .connectTo(join);
        return at.moveToNode(join);
    }

    private AbstractFlowNodeBuilder<?, ?> call(AbstractFlowNodeBuilder<?, ?> at, List<String> others) {
        var id = next("call");
        return boundaries(at.callActivity(id).zeebeProcessId(pick(others)), id);
    }

    private AbstractFlowNodeBuilder<?, ?> subProcess(AbstractFlowNodeBuilder<?, ?> at, int depth, List<String> others) {
        var id = next("sub");
        var inside = sequence(at.subProcess(id).embeddedSubProcess().startEvent(next("start")), depth, others);
        return boundaries(end(inside).subProcessDone(), id);
    }

    private AbstractFlowNodeBuilder<?, ?> boundaries(AbstractActivityBuilder<?, ?> activity, String id) {
        AbstractActivityBuilder<?, ?> at = activity;
        for (var i = chance(3) ? 1 + random.nextInt(2) : 0; i > 0; i--) {
            var interrupting = chance(2);
            var event = at.boundaryEvent(next("boundary"));
            switch (random.nextInt(4)) {
                case 0 ->
                    event.cancelActivity(interrupting)
                            .message(message -> message.name(pick(MESSAGES)).zeebeCorrelationKeyExpression("key"));
                case 1 -> {
                    if (interrupting) {
                        event.cancelActivity(true).timerWithDuration(pick(SPANS));
                    } else {
                        event.cancelActivity(false).timerWithCycle("R3/" + pick(SPANS));
                    }
                }
                case 2 -> event.cancelActivity(true).error(pick(ERRORS));
                default -> event.cancelActivity(interrupting).signal(pick(SIGNALS));
            }
            end(chance(2) ? event : task(event));
            at = activity.moveToActivity(id);
        }
        return at;
    }

    private AbstractFlowNodeBuilder<?, ?> end(AbstractFlowNodeBuilder<?, ?> at) {
        return switch (random.nextInt(8)) {
            case 0 -> at.endEvent(next("end"), end -> end.terminate());
            case 1 -> at.endEvent(next("end"), end -> end.error(pick(ERRORS)));
            case 2 -> at.endEvent(next("end"), end -> end.escalation(pick(ESCALATIONS)));
            default -> at.endEvent(next("end"));
        };
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String next(String what) {
        return what + ids++;
    }
}
