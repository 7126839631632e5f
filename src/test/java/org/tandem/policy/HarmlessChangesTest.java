package org.tandem.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Analysts stay free: what breaks no rule is not complained about. */
class HarmlessChangesTest {

    record Change(String what, EditedModels models) {
        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void areAccepted(Change change) {
        assertThat(new ModelPolicy(Contract.CAPABILITIES).check(change.models().models()))
                .isEmpty();
    }

    static Stream<Change> changes() {
        return Stream.of(
                new Change(
                        "a task is renamed",
                        inquiry().replace("name=\"Draft an answer\"", "name=\"Let the AI write a draft\"")),
                new Change("a timer becomes longer", inquiry().replace(">PT30S<", ">PT45S<")),
                new Change(
                        "one of three service level timers is deleted",
                        byPerson().delete("Event_FirstAnswerDueSoon")),
                new Change(
                        "a manual step is added before a person answers",
                        byPerson()
                                .insert(
                                        "Flow_HandOver_AnswerCustomer",
                                        "Task_Think",
                                        "<bpmn:manualTask id=\"Task_Think\" name=\"Think\" />")),
                new Change(
                        "the result of the gate is simplified on the way",
                        inquiry().insert("Flow_AnswerItself_PersonByGate", "Task_NoteReason", """
                                        <bpmn:scriptTask id="Task_NoteReason" name="Note the reason"><bpmn:extensionElements>\
                                        <zeebe:script expression="=gate.reason" resultVariable="reasonForPerson" />\
                                        </bpmn:extensionElements></bpmn:scriptTask>""")),
                new Change(
                        "the condition of the gate becomes stricter",
                        inquiry()
                                .replace(
                                        "=gate.route = \"AI_ANSWER\"",
                                        "=gate.route = \"AI_ANSWER\" and risk &lt; 0.01 and not(distress)")),
                new Change(
                        "the question is turned round",
                        inquiry()
                                .makeDefault(
                                        "Gateway_AnswerItself",
                                        "Flow_AnswerItself_SendAiAnswer",
                                        "Flow_AnswerItself_PersonByGate",
                                        "=gate.route != \"AI_ANSWER\"")),
                new Change("customers may not rate any more", feedback().delete("SubProcess_CustomerRates")));
    }

    private static EditedModels inquiry() {
        return new EditedModels("resolve-inquiry.bpmn");
    }

    private static EditedModels byPerson() {
        return new EditedModels("resolve-by-person.bpmn");
    }

    private static EditedModels feedback() {
        return new EditedModels("collect-feedback.bpmn");
    }
}
