package org.tandem.policy.states;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ProcessBuilder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.bpmn.Library;
import org.tandem.policy.states.Capabilities.SentMessage;
import org.tandem.policy.states.Capabilities.Worker;

/** The abstract engine on small processes: which states can be reached, and what is known in them. */
@Execution(ExecutionMode.CONCURRENT)
class StateGraphTest {

    private static final Capabilities CAPABILITIES = Capabilities.of(
            List.of(
                    new Worker("work", Set.of(), Set.of("result"), Set.of("FAILED")),
                    new Worker("read", Set.of("result"), Set.of(), Set.of()),
                    new Worker("desk.prepare-brief", Set.of(), Set.of("conversationKey"), Set.of())),
            List.of(
                    new SentMessage("inquiry-received", null, Set.of("inquiryId", "conversationKey")),
                    new SentMessage("person-requested", "conversationKey", Set.of()),
                    new SentMessage("news", "inquiryId", Set.of("solved"))));

    @Test
    void parallelBranchesMeetAgain() {
        var graph = explore(Bpmn.createExecutableProcess("p")
                .startEvent("s")
                .message("inquiry-received")
                .parallelGateway("fork")
                .serviceTask("a", task -> task.zeebeJobType("read").zeebeInput("=1", "result"))
                .parallelGateway("join")
                .serviceTask("c", task -> task.zeebeJobType("read").zeebeInput("=1", "result"))
                .endEvent("e")
                .moveToNode("fork")
                .serviceTask("b", task -> task.zeebeJobType("read").zeebeInput("=1", "result"))
                .connectTo("join")
                .done());

        assertThat(resting(graph)).containsExactlyInAnyOrder("a b", "a join", "b join", "c", "");
        assertThat(graph.findings()).isEmpty();
    }

    @Test
    void anInterruptingBoundaryEventEndsTheSubProcess() {
        var graph = explore(Bpmn.createExecutableProcess("p")
                .startEvent("s")
                .message("inquiry-received")
                .subProcess(
                        "sub",
                        sub -> sub.boundaryEvent("news")
                                .message(message -> message.name("news").zeebeCorrelationKeyExpression("inquiryId"))
                                .userTask("after")
                                .zeebeUserTask()
                                .endEvent())
                .embeddedSubProcess()
                .startEvent()
                .userTask("inside")
                .zeebeUserTask()
                .endEvent()
                .subProcessDone()
                .endEvent("e")
                .done());

        assertThat(resting(graph)).containsExactlyInAnyOrder("inside sub", "after", "");
    }

    @Test
    void aNonInterruptingEventSubProcessRunsBeside() {
        var builder = withNewsBeside("p");
        var graph = explore(builder.startEvent("s")
                .message("inquiry-received")
                .userTask("main")
                .zeebeUserTask()
                .endEvent()
                .done());

        assertThat(resting(graph)).containsExactlyInAnyOrder("main", "aside look main", "aside look", "");
    }

    @Test
    void anErrorGoesOutThroughACallActivityToWhoCatchesIt() {
        var called = Bpmn.createExecutableProcess("called")
                .startEvent()
                .serviceTask("work", task -> task.zeebeJobType("work"))
                .endEvent()
                .done();
        var graph = explore(
                Bpmn.createExecutableProcess("p")
                        .startEvent("s")
                        .message("inquiry-received")
                        .callActivity(
                                "call",
                                call -> call.zeebeProcessId("called")
                                        .boundaryEvent("failed")
                                        .error("FAILED")
                                        .userTask("repair")
                                        .zeebeUserTask()
                                        .endEvent())
                        .endEvent("e")
                        .done(),
                called);

        assertThat(resting(graph)).containsExactlyInAnyOrder("call work", "repair", "");
        assertThat(graph.findings()).isEmpty();
    }

    @Test
    void anErrorThatNobodyCatchesIsFound() {
        var graph = explore(Bpmn.createExecutableProcess("p")
                .startEvent("s")
                .message("inquiry-received")
                .serviceTask("work", task -> task.zeebeJobType("work"))
                .endEvent()
                .done());

        assertThat(graph.findings())
                .singleElement()
                .satisfies(seen -> assertThat(seen.finding()).isInstanceOf(Finding.Uncaught.class));
    }

    @Test
    void whatAGatewayLearntIsStillKnownAtTheNext() {
        var graph = explore(Bpmn.createExecutableProcess("p")
                .startEvent("s")
                .message("inquiry-received")
                .intermediateCatchEvent(
                        "news", event -> event.message(m -> m.name("news").zeebeCorrelationKeyExpression("inquiryId")))
                .exclusiveGateway("first")
                .defaultFlow()
                .userTask("no")
                .zeebeUserTask()
                .endEvent()
                .moveToNode("first")
                .conditionExpression("solved = true")
                .userTask("yes")
                .zeebeUserTask()
                .exclusiveGateway("second")
                .defaultFlow()
                .userTask("never")
                .zeebeUserTask()
                .endEvent()
                .moveToNode("second")
                .conditionExpression("solved")
                .userTask("always")
                .zeebeUserTask()
                .endEvent()
                .done());

        assertThat(resting(graph)).containsExactlyInAnyOrder("news", "no", "yes", "always", "");
    }

    @Test
    void aVariableThatOnlyOneBranchWritesIsMissedOnTheOther() {
        var graph = explore(Bpmn.createExecutableProcess("p")
                .startEvent("s")
                .message("inquiry-received")
                .intermediateCatchEvent(
                        "news", event -> event.message(m -> m.name("news").zeebeCorrelationKeyExpression("inquiryId")))
                .exclusiveGateway("first")
                .defaultFlow()
                .exclusiveGateway("merge")
                .serviceTask("read", task -> task.zeebeJobType("read"))
                .endEvent()
                .moveToNode("first")
                .conditionExpression("solved = true")
                .scriptTask("write", task -> task.zeebeExpression("1").zeebeResultVariable("result"))
                .connectTo("merge")
                .done());

        assertThat(graph.findings()).singleElement().satisfies(seen -> {
            assertThat(seen.finding()).isInstanceOf(Finding.Unwritten.class);
            assertThat(graph.wayTo(seen.before())).containsExactly("s", "news", "first");
        });
    }

    @Test
    void whatNothingReadsAnyMoreIsForgotten() {
        assertThat(statesAt("rest", afterEitherWay("other"))).hasSize(1);
        assertThat(statesAt("rest", afterEitherWay("result"))).hasSize(2);
    }

    @Test
    void whatACalledProcessSurelyGivesBackIsForgottenEvenWhereAnEventSubProcessRunsBesideIt() {
        var builder = withNewsBeside("called");
        var called = builder.startEvent("begin")
                .userTask("main")
                .zeebeUserTask()
                .scriptTask("give", task -> task.zeebeExpression("1").zeebeResultVariable("result"))
                .endEvent()
                .done();

        var graph = explore(
                Bpmn.createExecutableProcess("p")
                        .startEvent("s")
                        .message("inquiry-received")
                        .scriptTask("ask", task -> task.zeebeExpression("now()").zeebeResultVariable("asked"))
                        .exclusiveGateway("first")
                        .defaultFlow()
                        .callActivity(
                                "call",
                                call -> call.zeebeProcessId("called")
                                        .zeebePropagateAllChildVariables(false)
                                        .zeebeOutput("=result", "result"))
                        .exclusiveGateway("second")
                        .defaultFlow()
                        .endEvent()
                        .moveToNode("second")
                        .conditionExpression("result != null")
                        .endEvent()
                        .moveToNode("first")
                        .conditionExpression("asked = 1")
                        .scriptTask("write", task -> task.zeebeExpression("1").zeebeResultVariable("result"))
                        .connectTo("call")
                        .done(),
                called);

        assertThat(statesAt("main", graph))
                .filteredOn(state -> !graph.isPassing(state))
                .as("one while nothing runs beside it, one while something does")
                .hasSize(2);
        assertThat(graph.findings()).isEmpty();
    }

    /** Only one of two ways writes {@code result}; a condition behind the task where they meet again reads some variable. */
    private static StateGraph afterEitherWay(String readLater) {
        return explore(Bpmn.createExecutableProcess("p")
                .startEvent("s")
                .message("inquiry-received")
                .exclusiveGateway("first")
                .defaultFlow()
                .userTask("rest")
                .zeebeUserTask()
                .exclusiveGateway("second")
                .defaultFlow()
                .endEvent()
                .moveToNode("second")
                .conditionExpression(readLater + " != null")
                .endEvent()
                .moveToNode("first")
                .conditionExpression("inquiryId = \"1\"")
                .scriptTask("write", task -> task.zeebeExpression("1").zeebeResultVariable("result"))
                .connectTo("rest")
                .done());
    }

    private static List<State> statesAt(String node, StateGraph graph) {
        return graph.states().stream()
                .filter(state -> state.active().stream()
                        .anyMatch(place -> place.node().id().equals(node)))
                .toList();
    }

    @Test
    void aSubscriptionMadeWithAnOlderConversationKeyHearsNothing() {
        var before = personRequestedAround("desk.prepare-brief");
        var without = personRequestedAround("read");

        assertThat(hearsPersonAt(without, "wait")).isTrue();
        assertThat(hearsPersonAt(before, "wait")).isFalse();
        assertThat(hearsPersonAt(before, "job")).isTrue();
    }

    private static StateGraph personRequestedAround(String jobType) {
        return explore(Bpmn.createExecutableProcess("p")
                .startEvent("s")
                .message("inquiry-received")
                .subProcess(
                        "sub",
                        sub -> sub.boundaryEvent("person")
                                .message(m ->
                                        m.name("person-requested").zeebeCorrelationKeyExpression("conversationKey"))
                                .endEvent())
                .embeddedSubProcess()
                .startEvent()
                .serviceTask("job", task -> task.zeebeJobType(jobType).zeebeInput("=1", "result"))
                .intermediateCatchEvent("wait", event -> event.timerWithDuration("P1D"))
                .endEvent()
                .subProcessDone()
                .endEvent()
                .done());
    }

    private static boolean hearsPersonAt(StateGraph graph, String node) {
        return graph.states().stream()
                .filter(state -> state.active().stream()
                        .anyMatch(place -> place.node().id().equals(node)))
                .filter(state -> !graph.isPassing(state))
                .allMatch(state -> graph.stepsFrom(state).stream().anyMatch(step -> step.hears("person-requested")));
    }

    @Test
    void aProcessThatCallsItselfIsNotFollowed() {
        var graph = explore(Bpmn.createExecutableProcess("p")
                .startEvent("s")
                .message("inquiry-received")
                .callActivity("again", call -> call.zeebeProcessId("p"))
                .endEvent()
                .done());

        assertThat(graph.findings())
                .anySatisfy(seen -> assertThat(seen.finding()).isInstanceOf(Finding.Unfollowable.class));
    }

    private static StateGraph explore(BpmnModelInstance... models) {
        Map<String, byte[]> files = new HashMap<>();
        for (var model : models) {
            files.put(
                    "%d.bpmn".formatted(files.size()),
                    Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8));
        }
        var library = Library.read(files);
        assertThat(library.problems()).isEmpty();
        var process = Objects.requireNonNull(library.processes().get("p"));
        return StateGraph.of(library, CAPABILITIES, process, process.node("s"));
    }

    /** The active elements of each state that waits, by id. */
    private static ProcessBuilder withNewsBeside(String process) {
        var builder = Bpmn.createExecutableProcess(process);
        builder.eventSubProcess("aside")
                .startEvent("news")
                .interrupting(false)
                .message(message -> message.name("news").zeebeCorrelationKeyExpression("inquiryId"))
                .userTask("look")
                .zeebeUserTask()
                .endEvent();
        return builder;
    }

    private static Set<String> resting(StateGraph graph) {
        return graph.states().stream()
                .filter(state -> !graph.isPassing(state))
                .map(state -> state.active().stream()
                        .map(place -> place.node().id())
                        .sorted()
                        .distinct()
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toSet());
    }
}
