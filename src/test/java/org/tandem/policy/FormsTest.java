package org.tandem.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.bpmn.ModelFiles;
import org.tandem.bpmn.feel.FormFunctions;
import org.tandem.policy.states.Capabilities;
import org.tandem.policy.states.Capabilities.SentMessage;

/** A form is read as form-js reads it: what works there is not refused, and what does not is told with the field that has it. */
class FormsTest {

    /** The process brings {@code known}, {@code rows} and {@code brief}, which has {@code why} and {@code draft}. */
    private static final Capabilities CAPABILITIES = Capabilities.of(
            List.of(), List.of(new SentMessage("go", null, Set.of("known", "rows", "brief.why", "brief.draft"))));

    private static final String PROCESS = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
          <bpmn:process id="p" isExecutable="true">
            <bpmn:startEvent id="start"><bpmn:messageEventDefinition id="m" messageRef="go" /></bpmn:startEvent>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="task" />
            <bpmn:userTask id="task" name="Fill in"><bpmn:extensionElements><zeebe:userTask />
              <zeebe:formDefinition formId="form" bindingType="deployment" /><zeebe:ioMapping>%s</zeebe:ioMapping></bpmn:extensionElements></bpmn:userTask>
            <bpmn:boundaryEvent id="late" attachedToRef="task"><bpmn:timerEventDefinition id="t"><bpmn:timeDuration \
        xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
          </bpmn:process>
          <bpmn:message id="go" name="go" />
        </bpmn:definitions>
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        {"type":"textfield","key":"a"},{"type":"textfield","key":"b","conditional":{"hide":"=a = \\"X\\""}}
        {"type":"textfield","key":"b","conditional":{"hide":"=later = true"}},{"type":"checkbox","key":"later"}
        {"type":"textfield","key":"a.b"},{"type":"textfield","key":"c","conditional":{"hide":"=a.b = null"}}
        {"type":"group","path":"a","components":[{"type":"textfield","key":"b"}]},{"type":"text","text":"{{a.b}}"}
        {"type":"group","path":"a","components":[{"type":"textfield","key":"b"}]},{"type":"group","path":"a","components":[{"type":"textfield","key":"c"}]}
        {"type":"group","label":"G","components":[{"type":"textfield","key":"b"}]},{"type":"textfield","key":"c"}
        {"type":"group","path":"brief","components":[{"type":"textarea","key":"draft","readonly":true}]}
        {"type":"textarea","key":"nowhere","readonly":true,"defaultValue":"x"}
        {"type":"textarea","key":"a","readonly":"=known = true"}
        {"type":"dynamiclist","path":"items","components":[{"type":"textfield","key":"name"},{"type":"text","text":"{{this.name}} {{parent.known}} {{known}} {{i[1]}}"}]}
        {"type":"dynamiclist","path":"rows","components":[{"type":"textfield","key":"name"},{"type":"text","text":"{{this.price}}"}]}
        {"type":"dynamiclist","path":"items","components":[{"type":"group","path":"to","components":[{"type":"textfield","key":"name"}]},{"type":"text","text":"{{this.to.name}}"}]}
        {"type":"text","text":"{{if known != null and count(rows) > 0 then upper case(brief.why) else \\"-\\"}}"}
        {"type":"dynamiclist","path":"items","components":[{"type":"textfield","key":"name"}]},{"type":"textfield","key":"name"}
        {"type":"dynamiclist","path":"items","components":[{"type":"dynamiclist","path":"parts","components":[{"type":"number","key":"n"}]}]}
        {"type":"dynamiclist","path":"items","components":[{"type":"textfield","key":"a","conditional":{"hide":"=this.b = 1"}},{"type":"number","key":"b"}]}
        {"type":"dynamiclist","path":"items","components":[{"type":"number","key":"n"}]},{"type":"text","text":"{{count(items)}}"}
        {"type":"table","dataSource":"=rows","columns":[{"key":"id","label":"Id"}]}
        {"type":"table","dataSource":"=rows","columnsExpression":"=known"}
        {"type":"number","key":"n"},{"type":"expression","key":"double","expression":"=n * 2","computeOn":"change"},{"type":"text","text":"{{double}}"}
        {"type":"select","key":"s","valuesKey":"known"}
        {"type":"taglist","key":"s","valuesExpression":"=for r in rows return r.name"}
        {"type":"radio","key":"s","values":[{"label":"= means equal","value":"=x"}],"defaultValue":"=x"}
        {"type":"number","key":"n","validate":{"min":"=known","max":10}}
        {"type":"iframe","url":"https://example.org/{{known}}"},{"type":"image","source":"=known","alt":"Picture"}
        {"type":"html","content":"<p style=\\"color: {red}\\">{{#if known}}<b>{{brief.why}}</b>{{/if}}</p>"}
        {"type":"text","text":"{{#loop rows}}{{name}} {{this.x}}{{/loop}} {{brief.why}}"}
        {"type":"text","text":"{{\\"a: \\" + if brief.why = null then \\"\\" else brief.why}}"}
        {"type":"text","text":"{{if known = 1 then \\"x\\" + if known = 2 then \\"y\\" else \\"z\\" else \\"w\\"}}"}
        {"type":"text","text":"{{\\"n: \\" + for r in rows return r + if known = 1 then \\"a\\" else \\"b\\"}}"}
        {"type":"text","text":"{{upper case(\\"x\\" + if known = 1 then \\"a\\" else \\"b\\", known)}}"}
        {"type":"text","text":"= \\"a\\" + brief.why"}
        {"type":"textfield","key":"a","appearance":{"prefixAdorner":"=known"},"description":"Up to {{known}}"}
        {"type":"documentPreview","title":"Files","dataSource":"=rows"}
        {"type":"button","action":"reset","label":"Again"},{"type":"separator"},{"type":"spacer","height":60}
        {"type":"datetime","subtype":"datetime","key":"when","dateLabel":"Day","timeLabel":"Time"}
        {"type":"filepicker","key":"files","multiple":true,"accept":".png"}
        {"type":"textfield","key":"größe_1"}
        """)
    void whatWorksIsNotRefused(String components) {
        assertThat(check(form(components), "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        {"type":"textfield","key":"b","conditional":{"hide":"=nobody = \\"X\\""}} | reads nobody, which nothing has written
        {"type":"text","label":"L","text":"{{brief.wy}}"} | its form, at "L", reads brief.wy, but brief only has draft and why
        {"type":"text","text":"{{nobody}}"} | reads nobody
        {"type":"text","text":"{{#loop nobody}}{{x}}{{/loop}}"} | reads nobody
        {"type":"textarea","key":"nobody","readonly":true} | reads nobody
        {"type":"group","path":"brief","components":[{"type":"textarea","key":"wy","readonly":true}]} | reads brief.wy
        {"type":"table","dataSource":"=nobody","columns":[]} | reads nobody
        {"type":"table","columns":[]} | the table has no data source
        {"type":"select","key":"s","valuesKey":"nobody"} | reads nobody
        {"type":"select","key":"s","valuesKey":"brief.why"} | forms look for a variable of just that name
        {"type":"select","key":"s"} | there is nothing to choose from
        {"type":"expression","key":"s"} | there is no expression
        {"type":"taglist","key":"s","valuesExpression":"rows"} | the expression of its options is no expression: rows
        {"type":"textfield","key":"b","conditional":{"hide":"known = 1"}} | Begin it with an equals sign: =known = 1
        {"type":"textfield","key":"b","conditional":{"hide":"=known ="}} | known = is not FEEL
        {"type":"textfield","key":"b","conditional":{"hide":"=known == 1"}} | known == 1 is not FEEL
        {"type":"text","text":"{{brief.why +}}"} | brief.why + is not FEEL
        {"type":"text","text":"{{#if known}}x"} | {{#if ...}} is never ended
        {"type":"text","text":"x{{/if}}"} | {{/if}} ends nothing that was begun
        {"type":"text","text":"{{#if known}}x{{#else}}y{{/if}}"} | {{#else}} is unknown
        {"type":"text","text":"Dear {{brief.why"} | begins with {{ and never ends
        {"type":"dynamiclist","path":"items","components":[{"type":"text","text":"{{name +}}"}]} | name + is not FEEL
        {"type":"dynamiclist","components":[{"type":"textfield","key":"a"}]} | it has no path
        {"type":"textfield","label":"Name"} | it has no key, so what is filled in would be lost
        {"type":"textfield","key":""} | it has no key
        {"type":"textfield","key":"my key"} | its key "my key" is no name of a variable
        {"type":"textfield","key":" reply"} | its key " reply" begins with a blank, so it is not the same as "reply"
        {"type":"textfield","key":"reply\u00a0"} | its key "reply\u00a0" ends with a blank
        {"type":"dynamiclist","path":"items ","components":[]} | its path "items " ends with a blank
        {"type":"textfield","key":"a","id":"Field_1 "} | its id "Field_1 " ends with a blank
        {"type":"text","label":"L","text":"{{trim(brief.why)}}"} | it calls trim(), a function that forms do not have
        {"type":"text","text":"{{get or else(known, 1)}}"} | if x = null then y else x
        {"type":"textfield","key":"b","conditional":{"hide":"=is defined(known)"}} | it calls is defined(), a function that forms do not have, and so shows nothing
        {"type":"text","text":"{{#loop rows}}{{is empty(this.parts)}}{{/loop}}"} | it calls is empty()
        {"type":"text","text":"{{durations(known)}}"} | it calls durations()
        {"type":"dynamiclist","path":"items","components":[{"type":"text","text":"{{is blank(this.a)}}"}]} | it calls is blank()
        {"type":"dynamiclist","path":"items","components":[{"type":"text","label":"L","text":"{{nobody}}"}]} | its form, at "L", reads nobody, which nothing has written
        {"type":"dynamiclist","path":"items","components":[{"type":"textfield","key":"name"},{"type":"text","label":"L","text":"{{name}}"}]} | its form, at "L", reads name, which nothing has written
        {"type":"dynamiclist","path":"items","components":[{"type":"textfield","key":"name"},{"type":"text","label":"L","text":"{{name}}"}]} | Write this.name, which is in the element of the list
        {"type":"dynamiclist","path":"items","components":[{"type":"textfield","key":"name"},{"type":"text","label":"L","text":"{{this.nmae}}"}]} | its form, at "L", reads this.nmae, but this only has name
        {"type":"dynamiclist","path":"items","components":[{"type":"textfield","key":"a","conditional":{"hide":"=nobody = 1"}}]} | reads nobody, which nothing has written
        {"type":"textfield","key":"a..b"} | its key "a..b" is no name of a variable
        {"type":"textfield","key":"my-key"} | its key "my-key" is no name of a variable
        {"type":"textfield","key":"a"},{"type":"textarea","key":"a"} | another field of the form has the key "a"
        {"type":"textfield","key":"a"},{"type":"textarea","key":"a.b"} | another field of the form has the key "a.b"
        {"type":"textfield","key":"a.b"},{"type":"group","path":"a","components":[{"type":"textfield","key":"b"}]} | another field of the form has the key "a.b"
        {"type":"dynamiclist","path":"items","components":[{"type":"textfield","key":"a"}]},{"type":"textfield","key":"items"} | another field of the form has the key "items"
        {"type":"dynamiclist","path":"items","components":[{"type":"textfield","key":"a"},{"type":"number","key":"a"}]} | the key "a"
        {"type":"textfield","key":"a","id":"F"},{"type":"textarea","key":"b","id":"F"} | another part of the form has the id "F"
        {"type":"multipage","components":[]} | forms have no component "multipage" here
        {"key":"a"} | it has no type
        """)
    void whatFormJsStumblesOverIsToldWithTheFieldThatHasIt(String components, String complaint) {
        assertThat(check(form(components), ""))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.file()).isIn("form.form", "p.bpmn"))
                .extracting(Violation::toString)
                .anySatisfy(sentence -> assertThat(sentence).contains(complaint));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        {"type":"dynamiclist","path":"items","components":[]}             | =items
        {"type":"group","path":"order","components":[{"type":"textfield","key":"to"}]} | =order
        {"type":"group","path":"order","components":[{"type":"textfield","key":"to"}]} | =order.to
        {"type":"textfield","key":"order.to"}                             | =order.to
        {"type":"textfield","key":"brief.answer"}                         | =brief.why
        {"type":"expression","key":"sum","expression":"=1 + 1"}           | =sum
        {"type":"textfield","key":"a","readonly":"=known = 1"}            | =a
        """)
    void aMappingTakesWhatTheFormHas(String components, String source) {
        assertThat(check(form(components), output(source))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        {"type":"dynamiclist","path":"items","components":[{"type":"textfield","key":"name"}]} | =name     | takes name from its form form, which has no field for it
        {"type":"textfield","key":"order.to"}                             | =order.too | reads order.too, but order only has to
        {"type":"textfield","key":"a","readonly":true,"defaultValue":1}   | =a         | takes a from its form form, which has no field for it
        {"type":"text","text":"x"}                                        | =a         | takes a from its form form, which has no field for it
        """)
    void aMappingThatTakesWhatTheFormHasNotIsRefused(String components, String source, String complaint) {
        assertThat(check(form(components), output(source)))
                .extracting(Violation::toString)
                .anySatisfy(sentence -> assertThat(sentence).contains(complaint));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        {"id":"form","type":"default","components":[         | not readable as a form, line
        {"id":"form","type":"default"}                       | not readable as a form, it has no components
        {"type":"default","components":[]}                   | the form has no id
        {"id":" ","type":"default","components":[]}          | the form has no id
        {"id":"form ","type":"default","components":[]}      | the form's id "form " ends with a blank, so it is not the same as "form"
        {"id":"form","components":[]}                        | it is not a form of Camunda Modeler
        {"id":"form","type":"default","schemaVersion":20,"components":[]} | it is made for newer forms (schema version 20, known are those up to 19)
        []                                                   | not readable as a form
        null                                                 | not readable as a form
        """)
    void whatIsNoFormIsToldWithItsFile(String content, String complaint) {
        assertThat(check(content, ""))
                .extracting(Violation::toString)
                .anySatisfy(
                        sentence -> assertThat(sentence).startsWith("form.form").contains(complaint));
    }

    @Test
    void twoFormsMayNotHaveTheSameId() {
        var form = form("{\"type\":\"textfield\",\"key\":\"a\"}").getBytes(UTF_8);

        assertThat(new ModelPolicy(CAPABILITIES)
                        .check(ModelFiles.of(Map.of(
                                "p.bpmn", PROCESS.formatted("").getBytes(UTF_8), "a.form", form, "b.form", form))))
                .extracting(Violation::toString)
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith("b.form, form: another file has a form with the same id"));
    }

    @Test
    void theFormViewerOfTheDeskKnowsTheseComponentsAndThisSchema() throws Exception {
        try (var files = Files.walk(Path.of("src/main/resources/static/vendor/form-js"))) {
            var viewer = Files.readString(files.filter(file -> file.endsWith("form-viewer.umd.js"))
                    .findFirst()
                    .orElseThrow());

            assertThat(viewer).contains("schemaVersion = 19;");
            for (var keyed : List.of("textfield", "expression", "filepicker", "checklist")) {
                assertThat(Pattern.compile("const type(\\$\\w+)? = '" + keyed + "'")
                                .matcher(viewer)
                                .find())
                        .isTrue();
            }
        }
    }

    @Test
    void theFormViewerOfTheDeskHasTheseFunctions() throws Exception {
        try (var files = Files.walk(Path.of("src/main/resources/static/vendor/form-js"))) {
            var viewer = Files.readString(files.filter(file -> file.endsWith("form-viewer.umd.js"))
                    .findFirst()
                    .orElseThrow());

            assertThat(Pattern.compile("(?m)^\\s+'([a-z ]+)': (fn|listFn)\\(function \\([^)]*\\) \\{(?!\\s+throw"
                                    + " notImplemented)")
                            .matcher(viewer)
                            .results()
                            .map(function -> function.group(1)))
                    .containsExactlyInAnyOrderElementsOf(FormFunctions.names());
        }
    }

    private static String form(String components) {
        return "{\"id\":\"form\",\"type\":\"default\",\"schemaVersion\":19,\"components\":[" + components + "]}";
    }

    private static String output(String source) {
        return "<zeebe:output source=\"%s\" target=\"out\" />".formatted(source);
    }

    private static List<Violation> check(String form, String mapping) {
        return new ModelPolicy(CAPABILITIES)
                .check(ModelFiles.of(Map.of(
                        "p.bpmn", PROCESS.formatted(mapping).getBytes(UTF_8), "form.form", form.getBytes(UTF_8))));
    }
}
