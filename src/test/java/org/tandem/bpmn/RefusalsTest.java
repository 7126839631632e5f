package org.tandem.bpmn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What engines refuse or read otherwise than it is drawn, as small processes; flows are written as {@code a>b}. */
class RefusalsTest {

    private static final String JOB =
            "<bpmn:extensionElements><zeebe:taskDefinition type=\"work\" /></bpmn:extensionElements>";
    private static final String MESSAGE = "<bpmn:messageEventDefinition messageRef=\"M1\" />";
    private static final String OTHER = "<bpmn:messageEventDefinition messageRef=\"M2\" />";
    private static final String TIMER =
            "<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>";
    private static final String CYCLE =
            TIMER.replace("timeDuration", "timeCycle").replace("PT1H", "R/PT1H");
    private static final String ERROR = "<bpmn:errorEventDefinition errorRef=\"E1\" />";
    private static final String GATEWAY_FLOWS = "<bpmn:documentation>flows</bpmn:documentation>";
    private static final String START = "<bpmn:startEvent id=\"s\" />";
    private static final String GATEWAY = START + "<bpmn:exclusiveGateway id=\"g\" %s/>" + end("a") + end("b");

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void isRefusedOnce(String what, String elements, String flows) {
        assertThat(refusals(elements, flows)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void isAccepted(String what, String elements, String flows) {
        assertThat(refusals(elements, flows)).isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("no start", end("e"), ""),
                Arguments.of(
                        "a loop that is no multi-instance",
                        START
                                + job("t").replace(
                                                "</bpmn:serviceTask>",
                                                "<bpmn:standardLoopCharacteristics /></bpmn:serviceTask>")
                                + end("e"),
                        "s>t t>e"),
                Arguments.of("two plain starts", START + "<bpmn:startEvent id='s2' />" + end("e"), "s>e s2>e"),
                Arguments.of("a start that a flow leads to", START + job("t"), "s>t t>s"),
                Arguments.of("an end that a flow leaves", START + end("e") + job("t"), "s>e e>t"),
                Arguments.of(
                        "an attached event that a flow leads to",
                        START + job("t") + attached("a", TIMER) + end("e"),
                        "s>t t>a a>e"),
                Arguments.of("a condition behind a task", START + job("t") + end("e"), "s>t t>e?"),
                Arguments.of("a condition behind a start", START + end("e"), "s>e?"),
                Arguments.of(
                        "a condition behind a parallel gateway",
                        START + "<bpmn:parallelGateway id='g' />" + end("e"),
                        "s>g g>e?"),
                Arguments.of("a default flow with a condition", GATEWAY.formatted("default='g_a'"), "s>g g>a? g>b?"),
                Arguments.of("a flow without condition that is not the default", GATEWAY.formatted(""), "s>g g>a g>b?"),
                Arguments.of("the default flow of something else", GATEWAY.formatted("default='s_g'"), "s>g g>a? g>b?"),
                Arguments.of(
                        "a flow over the border of a sub-process",
                        START + sub("p", START.replace("\"s\"", "\"i\"") + end("ie"), "i>ie") + end("e"),
                        "s>p p>ie"),
                Arguments.of(
                        "an event gateway with one way",
                        START + gateway() + caught("a", MESSAGE) + end("e"),
                        "s>g g>a a>e"),
                Arguments.of(
                        "an event gateway before a task",
                        START + gateway() + caught("a", MESSAGE) + job("t"),
                        "s>g g>a g>t"),
                Arguments.of(
                        "the same message twice behind a gateway",
                        START + gateway() + caught("a", MESSAGE) + caught("b", MESSAGE),
                        "s>g g>a g>b"),
                Arguments.of(
                        "the same message twice on a task",
                        START + job("t") + attached("a", MESSAGE) + attached("b", MESSAGE),
                        "s>t"),
                Arguments.of(
                        "the same error twice on a task",
                        START + job("t") + attached("a", ERROR) + attached("b", ERROR),
                        "s>t"),
                Arguments.of(
                        "every error twice on a task",
                        START
                                + job("t")
                                + attached("a", "<bpmn:errorEventDefinition />")
                                + attached("b", "<bpmn:errorEventDefinition />"),
                        "s>t"),
                Arguments.of(
                        "the same message twice in event sub-processes",
                        START + end("e") + aside("p", MESSAGE) + aside("q", MESSAGE),
                        "s>e"),
                Arguments.of(
                        "an error caught without interrupting",
                        START
                                + job("t")
                                + attached("a", ERROR)
                                        .replace("<bpmn:boundaryEvent", "<bpmn:boundaryEvent cancelActivity='false'"),
                        "s>t"),
                Arguments.of("an event sub-process with a plain start", START + end("e") + aside("p", ""), "s>e"),
                Arguments.of("a sub-process without start", START + sub("p", end("i"), ""), "s>p"),
                Arguments.of(
                        "a sub-process that starts with a message",
                        START + sub("p", "<bpmn:startEvent id='i'>" + MESSAGE + "</bpmn:startEvent>", ""),
                        "s>p"),
                Arguments.of(
                        "a repetition without collection",
                        START + "<bpmn:serviceTask id='t'>" + JOB
                                + "<bpmn:multiInstanceLoopCharacteristics /></bpmn:serviceTask>",
                        "s>t"),
                Arguments.of("a call of nothing", START + "<bpmn:callActivity id='t' />", "s>t"),
                Arguments.of("a receive task without message", START + "<bpmn:receiveTask id='t' />", "s>t"),
                Arguments.of(
                        "a message event without message",
                        START + caught("t", "<bpmn:messageEventDefinition />"),
                        "s>t"),
                Arguments.of("an event without trigger", START + caught("t", ""), "s>t"),
                Arguments.of(
                        "a message without correlation key",
                        START + caught("t", "<bpmn:messageEventDefinition messageRef='M3' />"),
                        "s>t"),
                Arguments.of("a service task without job type", START + "<bpmn:serviceTask id='t' />", "s>t"),
                Arguments.of("a decision task without decision", START + "<bpmn:businessRuleTask id='t' />", "s>t"),
                Arguments.of("a script without expression", START + "<bpmn:scriptTask id='t' />", "s>t"),
                Arguments.of("a user task of the old kind", START + "<bpmn:userTask id='t' />", "s>t"),
                Arguments.of(
                        "a process that an error starts",
                        "<bpmn:startEvent id='s'>" + ERROR + "</bpmn:startEvent>" + end("e"),
                        "s>e"),
                Arguments.of(
                        "a process that a duration starts",
                        "<bpmn:startEvent id='s'>" + TIMER + "</bpmn:startEvent>" + end("e"),
                        "s>e"),
                Arguments.of("a cycle that interrupts", START + job("t") + attached("a", CYCLE), "s>t"),
                Arguments.of(
                        "a link that leads nowhere",
                        START
                                + "<bpmn:intermediateThrowEvent id='t'><bpmn:linkEventDefinition name='x'"
                                + " /></bpmn:intermediateThrowEvent>",
                        "s>t"));
    }

    static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of(
                        "one way through a gateway needs no condition",
                        START + "<bpmn:exclusiveGateway id='g' />" + end("a"),
                        "s>g g>a"),
                Arguments.of("a gateway that joins", GATEWAY.formatted(""), "s>g g>a"),
                Arguments.of("conditions and a default", GATEWAY.formatted("default='g_a'"), "s>g g>a g>b?"),
                Arguments.of("conditions only", GATEWAY.formatted(""), "s>g g>a? g>b?"),
                Arguments.of(
                        "several starts with triggers",
                        START + "<bpmn:startEvent id='s2'>" + MESSAGE + "</bpmn:startEvent>" + end("e"),
                        "s>e s2>e"),
                Arguments.of(
                        "different messages behind a gateway",
                        START + gateway() + caught("a", MESSAGE) + caught("b", OTHER),
                        "s>g g>a g>b"),
                Arguments.of(
                        "a message and a timer behind a gateway",
                        START + gateway() + caught("a", MESSAGE) + caught("b", TIMER),
                        "s>g g>a g>b"),
                Arguments.of(
                        "two timers on a task", START + job("t") + attached("a", TIMER) + attached("b", TIMER), "s>t"),
                Arguments.of(
                        "a cycle that does not interrupt",
                        START
                                + job("t")
                                + attached("a", CYCLE)
                                        .replace("<bpmn:boundaryEvent", "<bpmn:boundaryEvent cancelActivity='false'"),
                        "s>t"),
                Arguments.of(
                        "one error and every other",
                        START + job("t") + attached("a", ERROR) + attached("b", "<bpmn:errorEventDefinition />"),
                        "s>t"),
                Arguments.of(
                        "the same message on two tasks",
                        START
                                + job("t")
                                + attached("a", MESSAGE)
                                + job("u")
                                + attached("b", MESSAGE).replace("attachedToRef='t'", "attachedToRef='u'"),
                        "s>t t>u"),
                Arguments.of("an event sub-process", START + end("e") + aside("p", MESSAGE), "s>e"),
                Arguments.of("two flows into a task", START + job("t") + job("u"), "s>t t>u u>t"),
                Arguments.of(
                        "links",
                        START
                                + "<bpmn:intermediateThrowEvent id='t'><bpmn:linkEventDefinition name='x'"
                                + " /></bpmn:intermediateThrowEvent>"
                                + caught("c", "<bpmn:linkEventDefinition name='x' />") + end("e"),
                        "s>t c>e"));
    }

    @Test
    void whatIsOnlyDrawnAndNotExecutedMayHaveAnything() {
        var drawn = "<bpmn:process id=\"drawn\"><bpmn:serviceTask id=\"nothing\" /></bpmn:process>";

        assertThat(read(process(START + end("e"), "s>e") + drawn).refusals()).isEmpty();
    }

    @Test
    void aProcessThatIsNotExecutableIsNamed() {
        var refusals = read(process(START + end("e"), "s>e").replace("\"true\"", "\"false\""))
                .refusals();

        assertThat(refusals)
                .singleElement()
                .satisfies(problem -> assertThat(problem.elementId()).isEqualTo("p0"));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsLeftOverFromAnotherKindOfElementIsNamedOnce(String element) {
        var leftOver = read(process(START + element, "s>t")).leftOver();

        assertThat(leftOver).hasSize(1);
    }

    static List<String> whatIsLeftOverFromAnotherKindOfElementIsNamedOnce() {
        return List.of(
                "<bpmn:userTask id='t'>" + JOB.replace("<zeebe:task", "<zeebe:userTask /><zeebe:task")
                        + "</bpmn:userTask>",
                "<bpmn:subProcess id='t'>" + JOB + "<bpmn:startEvent id='i' /></bpmn:subProcess>",
                "<bpmn:manualTask id='t'>" + JOB + "</bpmn:manualTask>",
                "<bpmn:serviceTask id='t'>"
                        + JOB.replace(
                                "<zeebe:task", "<zeebe:calledDecision decisionId='d' resultVariable='r' /><zeebe:task")
                        + "</bpmn:serviceTask>",
                "<bpmn:serviceTask id='t'>"
                        + JOB.replace("<zeebe:task", "<zeebe:formDefinition formId='f' /><zeebe:task")
                        + "</bpmn:serviceTask>",
                "<bpmn:exclusiveGateway id='t'>" + JOB + "</bpmn:exclusiveGateway>");
    }

    private static List<Problem> refusals(String elements, String flows) {
        var library = read(process(elements, flows));
        return library.problems().isEmpty() ? library.refusals() : library.problems();
    }

    private static Library read(String content) {
        var xml = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
            xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="x">%s\
            <bpmn:message id="M1" name="one">%2$s</bpmn:message><bpmn:message id="M2" name="two">%2$s</bpmn:message>\
            <bpmn:message id="M3" name="three" /><bpmn:error id="E1" errorCode="FAILED" /></bpmn:definitions>\
            """.formatted(
                content,
                "<bpmn:extensionElements><zeebe:subscription correlationKey=\"=key\"" + " /></bpmn:extensionElements>");
        return Library.read(Map.of("process.bpmn", xml.getBytes(UTF_8)));
    }

    private static String process(String elements, String flows) {
        return "<bpmn:process id=\"p0\" isExecutable=\"true\">%s</bpmn:process>".formatted(connected(elements, flows));
    }

    /** As Modeler writes it: gateways name their flows as well. */
    private static String connected(String elements, String flows) {
        var drawn = new ArrayList<String>();
        for (var flow : flows.isBlank() ? new String[0] : flows.split(" ")) {
            var ends = flow.replace("?", "").split(">");
            var id = ends[0] + "_" + ends[1];
            drawn.add("<bpmn:sequenceFlow id='%s' sourceRef='%s' targetRef='%s'>%s</bpmn:sequenceFlow>"
                    .formatted(
                            id,
                            ends[0],
                            ends[1],
                            flow.endsWith("?") ? "<bpmn:conditionExpression>=x</bpmn:conditionExpression>" : ""));
        }
        var leaving = drawn.stream()
                .filter(flow -> flow.contains("sourceRef='g'"))
                .map(flow -> "<bpmn:outgoing>%s</bpmn:outgoing>".formatted(flow.split("'")[1]))
                .collect(Collectors.joining());
        return elements.replace(GATEWAY_FLOWS, leaving) + String.join("", drawn);
    }

    private static String end(String id) {
        return "<bpmn:endEvent id='%s' />".formatted(id);
    }

    private static String job(String id) {
        return "<bpmn:serviceTask id='%s'>%s</bpmn:serviceTask>".formatted(id, JOB);
    }

    private static String gateway() {
        return "<bpmn:eventBasedGateway id='g'>" + GATEWAY_FLOWS + "</bpmn:eventBasedGateway>";
    }

    private static String caught(String id, String trigger) {
        return "<bpmn:intermediateCatchEvent id='%s'>%s</bpmn:intermediateCatchEvent>".formatted(id, trigger);
    }

    private static String attached(String id, String trigger) {
        return "<bpmn:boundaryEvent id='%s' attachedToRef='t'>%s</bpmn:boundaryEvent>".formatted(id, trigger);
    }

    private static String sub(String id, String elements, String flows) {
        return "<bpmn:subProcess id='%s'>%s</bpmn:subProcess>".formatted(id, connected(elements, flows));
    }

    private static String aside(String id, String trigger) {
        return "<bpmn:subProcess id='%1$s' triggeredByEvent='true'><bpmn:startEvent id='%1$ss'>%2$s</bpmn:startEvent></bpmn:subProcess>"
                .formatted(id, trigger);
    }
}
