package org.tandem.policy;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.bpmn.ModelFiles;

/** Whatever is left half filled or broken in a file, the policy complains with the file and the element; it never breaks itself. */
@Execution(ExecutionMode.CONCURRENT)
class HalfFilledModelsTest {

    private static final Path EVERY_KIND = Path.of("src/test/resources/org/tandem/policy/every-kind.bpmn");
    private static final Random CHANCE = new Random(20261126);
    private static final int ONE_OF = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <zeebe:input source="=inquiryId" target="id" />  | <zeebe:input source="=inquiryId" />  | Task_Service | an input mapping has no name
            <zeebe:input source="=inquiryId" target="id" />  | <zeebe:input source="=inquiryId" target="" /> | Task_Service | no name for the variable that it writes: =inquiryId
            <zeebe:input source="=inquiryId" target="id" />  | <zeebe:input target="id" />  | Task_Service | the input mapping of "id" has no value
            <zeebe:input source="=inquiryId" target="id" />  | <zeebe:input />  | Task_Service | an input mapping has no name for the variable that it writes
            <zeebe:output source="=id" target="answer.text" /> | <zeebe:output source="=id" target="answer..text" /> | Task_Service | no name of a variable
            <zeebe:output source="=id" target="answer.text" /> | <zeebe:output source="=id" target=" " /> | Task_Service | an output mapping has no name
            <zeebe:output source="=id" target="answer.text" /> | <zeebe:output source="=id" target="." /> | Task_Service | no name of a variable
            <zeebe:executionListener eventType="end" type="listen" /> | <zeebe:executionListener eventType="end" /> | Task_Service | a listener without a job type
            <zeebe:taskListener eventType="creating" type="listen" /> | <zeebe:taskListener eventType="creating" type="" /> | Task_User | a listener without a job type
            <zeebe:header key="a" value="b" />               | <zeebe:header value="b" /> | Task_Service | a header without a key or value is not passed on
            inputCollection="=items"                         | inputCollection=""         | Task_Service | but there is no list
            <zeebe:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=result" /> | '' | Task_Service | but there is no list
            <zeebe:script expression="=1 + 1" resultVariable="sum" /> | <zeebe:script expression="=1 + 1" /> | Task_Script | goes nowhere
            <zeebe:script expression="=1 + 1" resultVariable="sum" /> | <zeebe:script expression="" resultVariable="sum" /> | Task_Script | it has no expression
            decisionId="confidence-gate"                     | ''                         | Task_Decide  | it calls no decision
            resultVariable="gate"                            | ''                         | Task_Decide  | goes nowhere
            bindingType="versionTag"                         | bindingType="newest"       | Task_Decide  | its binding is "newest"
            formId="answer-customer"                         | formId=""                  | Task_User    | it has no form
            processId="collect-feedback"                     | ''                         | Call_1       | it calls no process
            <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration> | <bpmn:timeDuration xsi:type="bpmn:tFormalExpression"></bpmn:timeDuration> | Event_Late | a timer without a time
            <bpmn:message id="Message_2" name="person-requested"> | <bpmn:message id="Message_2"> | Message_2    | it has no name
            correlationKey="=conversationKey"                | correlationKey=""          | Message_2    | no correlation key
            errorCode="FAILED"                               | errorCode=""               | Sub_Error    | the error has no code
            errorRef="Error_1" /></bpmn:endEvent>            | errorRef="Message_2" /></bpmn:endEvent> | Sub_Error | it refers to an element of another kind
            <bpmn:signal id="Signal_1" name="signal" />      | <bpmn:signal id="Signal_1" /> | Signal_1     | it has no name
            =sum = 2                                         | ' '                        | Flow_Sub     | its condition is empty
            <zeebe:taskDefinition type="send" />             | <zeebe:taskDefinition />   | Task_Send    | has no job type
            id="Flow_11" sourceRef="Catch_Date" targetRef="Task_Send" | id="Flow_11" sourceRef="Catch_Date" targetRef="Sub_Manual" | Flow_11 | does not lead from one element to another of the same process
            cancelActivity="false" attachedToRef="Task_Service" | cancelActivity="false" attachedToRef="Sub_Manual" | Event_Late | it is attached to nothing beside it
            """)
    void whatIsHalfFilledIsToldWithFileAndElement(String filled, String half, String element, String complaint)
            throws IOException {
        var xml = Files.readString(EVERY_KIND);
        assertThat(xml).contains(filled);

        assertThat(check("every-kind.bpmn", xml.replace(filled, half).getBytes(UTF_8)))
                .anySatisfy(violation -> {
                    assertThat(violation.file()).isEqualTo("every-kind.bpmn");
                    assertThat(violation.element().id()).isEqualTo(element);
                    assertThat(violation.message()).contains(complaint);
                });
    }

    @Test
    void emptyAssignmentDatesAndPriorityMeanNothing() throws IOException {
        var xml = Files.readString(EVERY_KIND)
                .replace("assignee=\"=who\"", "assignee=\"\"")
                .replace("priority=\"50\"", "priority=\"\"")
                .replace("dueDate=\"=due\"", "dueDate=\" \"");

        assertThat(check("every-kind.bpmn", xml.getBytes(UTF_8)))
                .extracting(Violation::rule)
                .doesNotContain(Rule.READABLE);
    }

    @ParameterizedTest
    @MethodSource
    void theFileThatIsNoModelIsNamed(String file, byte[] content) {
        assertThat(check(file, content)).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.file()).isEqualTo(file);
            assertThat(violation.message()).startsWith("not readable as ").hasSizeLessThan(400);
        });
    }

    static Stream<Arguments> theFileThatIsNoModelIsNamed() throws IOException {
        var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        bomb.append("]><a>&a29;</a>");
        var external = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>";
        var deep = "<a>".repeat(20_000) + "</a>".repeat(20_000);
        var contents = List.of(
                "",
                " ",
                "no XML",
                "<",
                "<a/>",
                "{\"id\": \"x\"}",
                "<?xml version=\"1.0\" encoding=\"no-such\"?><a/>",
                "\u0000\u0001\u0002",
                bomb.toString(),
                external,
                deep);
        var broken = Stream.of("x.bpmn", "x.dmn", "x.form")
                .flatMap(file -> contents.stream().map(content -> Arguments.of(file, content.getBytes(UTF_8))))
                .filter(given -> !(given.get()[0].equals("x.form")
                        && new String((byte[]) given.get()[1], UTF_8).startsWith("{")));
        return Stream.concat(
                broken,
                Stream.of(
                        Arguments.of("dmn.bpmn", Files.readAllBytes(Path.of("processes/service-levels.dmn"))),
                        Arguments.of("bpmn.dmn", Files.readAllBytes(EVERY_KIND)),
                        Arguments.of("bpmn.form", Files.readAllBytes(EVERY_KIND)),
                        Arguments.of("form.bpmn", Files.readAllBytes(Path.of("processes/answer-customer.form"))),
                        Arguments.of(
                                "other.bpmn",
                                Files.readString(EVERY_KIND)
                                        .replace("20100524/MODEL", "20100524/OTHER")
                                        .getBytes(UTF_8)),
                        Arguments.of("x.form", "[".repeat(100_000).getBytes(UTF_8))));
    }

    @ParameterizedTest
    @CsvSource({"every-kind.bpmn", "service-levels.dmn", "answer-customer.form"})
    void aByteOrderMarkAndOtherEncodingsAreRead(String file) throws IOException {
        var text = Files.readString(file.startsWith("every") ? EVERY_KIND : Path.of("processes", file));
        var wide =
                text.replaceFirst("encoding=\"UTF-8\"", "encoding=\"UTF-16\"").getBytes(UTF_16);

        for (var content : List.of(("\uFEFF" + text).getBytes(UTF_8), wide)) {
            assertThat(check(file, content)).extracting(Violation::rule).doesNotContain(Rule.READABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"(,)", "[,]", "-,''", "{a:,}", "if a then b else ,''", "not(,)"})
    void anExpressionThatIsNestedTooDeeplyIsToldWithItsElement(String begin, String end) throws IOException {
        var deep = begin.repeat(20_000) + "1" + end.repeat(20_000);
        var xml = Files.readString(EVERY_KIND).replace("=1 + 1", "=" + deep);

        assertThat(check("every-kind.bpmn", xml.getBytes(UTF_8)))
                .filteredOn(violation -> violation.rule() == Rule.READABLE)
                .allSatisfy(violation -> assertThat(violation.element().id()).isEqualTo("Task_Script"));
    }

    @Test
    void nothingThatIsGoneEmptyOrWrongInAProcessOrDecisionBreaksThePolicy() throws IOException {
        for (var file : List.of(EVERY_KIND, Path.of("processes/service-levels.dmn"))) {
            var name = file.getFileName().toString();
            new Mutilations(Files.readAllBytes(file))
                    .some(
                            CHANCE,
                            ONE_OF,
                            (what, content) ->
                                    assertThat(check(name, content)).as(what).allSatisfy(HalfFilledModelsTest::helps));
        }
    }

    @Test
    void nothingThatIsGoneEmptyOrWrongInAFormBreaksThePolicy() throws IOException {
        var form = JSON.readTree(Files.readAllBytes(Path.of("processes/answer-customer.form")));
        for (var at : places(form)) {
            for (var filling : List.of("null", "\"\"", "\" \"", "\"=x +\"", "\"{{\"", "7", "[]", "{}", "true")) {
                if (CHANCE.nextInt(ONE_OF) > 0) {
                    continue;
                }
                var broken = form.deepCopy();
                var parent = broken.at(at.substring(0, at.lastIndexOf('/')));
                var name = at.substring(at.lastIndexOf('/') + 1);
                if (parent instanceof ObjectNode object) {
                    object.set(name, JSON.readTree(filling));
                } else if (parent instanceof ArrayNode array) {
                    array.set(Integer.parseInt(name), JSON.readTree(filling));
                }

                assertThat(check("x.form", JSON.writeValueAsBytes(broken)))
                        .as("%s = %s", at, filling)
                        .allSatisfy(HalfFilledModelsTest::helps);
            }
        }
    }

    private static List<String> places(JsonNode node) {
        var places = new ArrayList<String>();
        node.properties().forEach(entry -> {
            places.add("/" + entry.getKey());
            places(entry.getValue()).forEach(deeper -> places.add("/" + entry.getKey() + deeper));
        });
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            places.add("/" + i);
            for (var deeper : places(node.get(i))) {
                places.add("/" + i + deeper);
            }
        }
        return places;
    }

    private static void helps(Violation violation) {
        assertThat(violation.file()).isNotEmpty();
        assertThat(violation.toString())
                .doesNotContain(
                        "cannot be understood", "Exception", "org.tandem", "com.fasterxml", "io.camunda", "null)", "@");
    }

    private static List<Violation> check(String file, byte[] content) {
        return new ModelPolicy(Contract.CAPABILITIES)
                .check(ModelFiles.of(Map.of(file, content))).stream()
                        .filter(violation -> !violation.file().equals("processes"))
                        .toList();
    }
}
