package org.tandem.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.bpmn.ModelFiles;
import org.tandem.policy.states.Capabilities;
import org.tandem.policy.states.Capabilities.SentMessage;

/** What can never be equal is told, where all values that there can be are known; nothing is said where others may come in. */
class ComparisonsTest {

    private static final Capabilities CAPABILITIES =
            Capabilities.of(List.of(), List.of(new SentMessage("go", null, Set.of("brought"))));

    private static final String PROCESS = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
          <bpmn:process id="p" isExecutable="true">
            <bpmn:startEvent id="start"><bpmn:messageEventDefinition id="m" messageRef="go" /></bpmn:startEvent>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="ask" />
            <bpmn:businessRuleTask id="ask"><bpmn:extensionElements>
              <zeebe:calledDecision decisionId="table" resultVariable="answer" bindingType="deployment" />
              <zeebe:ioMapping><zeebe:output source="=answer" target="answer" /><zeebe:output source='=if brought = 1 then "A" else "B"' target="mapped" /></zeebe:ioMapping>
            </bpmn:extensionElements></bpmn:businessRuleTask>
            <bpmn:sequenceFlow id="f2" sourceRef="ask" targetRef="which" />
            <bpmn:exclusiveGateway id="which" default="f3" />
            <bpmn:sequenceFlow id="f3" sourceRef="which" targetRef="one" />
            <bpmn:sequenceFlow id="f4" name="yes" sourceRef="which" targetRef="other"><bpmn:conditionExpression \
        xsi:type="bpmn:tFormalExpression">=%s</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:endEvent id="one" /><bpmn:endEvent id="other" />
          </bpmn:process>
          <bpmn:message id="go" name="go" />
        </bpmn:definitions>
        """;

    private static final String TABLE = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="t" name="t" namespace="n">
          <decision id="table" name="Table"><decisionTable id="dt" hitPolicy="FIRST">
            <input id="i"><inputExpression id="ie" typeRef="string"><text>brought</text></inputExpression></input>
            <output id="o1" name="route" typeRef="string" /><output id="o2" name="reason" typeRef="string" />
            <rule id="r1"><inputEntry id="e1"><text>"x"</text></inputEntry>\
        <outputEntry id="a1"><text>"LEFT"</text></outputEntry><outputEntry id="b1"><text>"r: " + brought</text></outputEntry></rule>
            <rule id="r2"><inputEntry id="e2"><text></text></inputEntry>\
        <outputEntry id="a2"><text>if brought = "y" then "RIGHT" else null</text></outputEntry><outputEntry id="b2"><text>"none"</text></outputEntry></rule>
          </decisionTable></decision>
        </definitions>
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        answer.route = "LEFFT" | compares answer.route with "LEFFT", which it never is | Correct it (did you mean LEFT?): it can be LEFT and RIGHT
        "left" = answer.route  | compares answer.route with "left" | Correct it
        answer.route != "MIDDLE" | compares answer.route with "MIDDLE" | Correct it
        brought = 1 and answer.route = "MIDDLE" | compares answer.route with "MIDDLE" | Correct it
        answer.route in ("LEFT", "MIDDLE") | compares answer.route with "MIDDLE" | it can be LEFT and RIGHT
        not(answer.route in ("MIDDLE", "RIGHT")) | compares answer.route with "MIDDLE" | it can be LEFT and RIGHT
        answer.route in ["LEFT", "MIDDLE"] | compares answer.route with "MIDDLE" | it can be LEFT and RIGHT
        list contains(["MIDDLE", "LEFT"], answer.route) | compares answer.route with "MIDDLE" | it can be LEFT and RIGHT
        answer.route in (? = "MIDDLE") | compares answer.route with "MIDDLE" | it can be LEFT and RIGHT
        if mapped = "C" then true else false | compares mapped with "C" | it can be A and B
        """)
    void whatCanNeverBeEqualIsToldWithWhatCan(String condition, String complaint, String remedy) {
        assertThat(check(condition))
                .extracting(Violation::toString)
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("p.bpmn, which")
                        .contains(complaint)
                        .contains(remedy));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        answer.route = "LEFT"
        answer.route = "RIGHT" or answer.route = null
        answer.route in ("LEFT", "RIGHT")
        list contains(["LEFT", "RIGHT"], answer.route)
        answer.reason in ("anything at all", "none")
        upper case(answer.route) in ("left")
        answer.reason = "anything at all"
        brought = "anything at all"
        mapped = "A"
        some answer in [{route: "MIDDLE"}] satisfies answer.route = "MIDDLE"
        upper case(answer.route) = "Left"
        """)
    void whatCanBeEqualIsNotToldNorWhatNobodyCanKnow(String condition) {
        assertThat(check(condition))
                .filteredOn(violation -> violation.message().contains("which it never is"))
                .isEmpty();
    }

    @Test
    void aRuleOfADecisionThatAsksForWhatAnotherNeverAnswersIsTold() {
        var models = new EditedModels("route-to-person.dmn")
                .replaceAll("<text>topicClass</text>", "<text>gate.route</text>")
                .models();

        assertThat(new ComparisonsCanHold(models.library(), Contract.CAPABILITIES).violations())
                .isNotEmpty()
                .allSatisfy(violation -> {
                    assertThat(violation.file()).isEqualTo("route-to-person.dmn");
                    assertThat(violation.remedy()).contains("it can be AI_ANSWER, PERSON and PERSON_WITH_DRAFT");
                });
    }

    @Test
    void ourOwnModelsCompareWithWhatThereCanBe() {
        var library = ModelFiles.inFolder(Path.of("processes")).library();

        assertThat(new ComparisonsCanHold(library, Contract.CAPABILITIES).violations())
                .isEmpty();
    }

    @Test
    void aMisspeltAnswerOfTheGateIsTold() {
        var models = new EditedModels("resolve-inquiry.bpmn")
                .replace("=gate.route = \"AI_ANSWER\"", "=gate.route = \"AI_ANSWRE\"")
                .models();

        assertThat(new ComparisonsCanHold(models.library(), Contract.CAPABILITIES).violations())
                .extracting(Violation::toString)
                .singleElement()
                .satisfies(sentence -> assertThat(sentence)
                        .contains("compares gate.route with \"AI_ANSWRE\", which it never is")
                        .contains("did you mean AI_ANSWER?"));
    }

    private static List<Violation> check(String condition) {
        return new ModelPolicy(CAPABILITIES)
                .check(ModelFiles.of(Map.of(
                        "p.bpmn",
                        PROCESS.formatted(condition.replace("\"", "&quot;")).getBytes(UTF_8),
                        "t.dmn",
                        TABLE.getBytes(UTF_8))));
    }
}
