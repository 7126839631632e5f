package org.tandem.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Analysts stay free: what breaks no rule is not complained about. */
@Execution(ExecutionMode.CONCURRENT)
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
                        "one of three service level timers is deleted, with what it led to",
                        byPerson()
                                .delete("Event_FirstAnswerDueSoon")
                                .delete("Task_RaisePriority")
                                .delete("Event_PriorityRaised")),
                new Change(
                        "a manual step is added before a person answers",
                        byPerson()
                                .insert(
                                        "Flow_InWriting_AnswerCustomer",
                                        "Task_Think",
                                        "<bpmn:manualTask id=\"Task_Think\" name=\"Think\" />")),
                new Change(
                        "the result of the gate is simplified on the way",
                        inquiry().insert("Flow_AnswerItself_PersonByGate", "Task_NoteReason", """
                            <bpmn:scriptTask id="Task_NoteReason" name="Note the reason"><bpmn:extensionElements>\
                            <zeebe:script expression="=gate.reason" resultVariable="reasonForPerson" />\
                            </bpmn:extensionElements></bpmn:scriptTask>\
                            """)),
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
                new Change("customers may not rate any more", feedback().delete("SubProcess_CustomerRates")),
                new Change("a timer is computed", inquiry().replace(">PT30S<", ">=duration(\"PT30S\")<")),
                new Change("a timer is longer than a day", feedback().replace(">P7D<", ">P6DT12H<")),
                new Change(
                        "a service level is longer",
                        levels().replace("<text>\"PT15M\"</text>", "<text>\"PT0H20M\"</text>")),
                new Change(
                        "a service level is a duration of FEEL",
                        levels().replace("<text>\"PT15M\"</text>", "<text>string(duration(\"PT20M\"))</text>")),
                new Change(
                        "the task goes to two groups",
                        byPerson().replace("\"=[routing.queue]\"", "\"=[routing.queue, &quot;team-leads&quot;]\"")),
                new Change(
                        "the task always goes to the same groups",
                        byPerson().replace("\"=[routing.queue]\"", "\"general, payments\"")),
                new Change(
                        "the task has a fixed priority",
                        byPerson().replace("priority=\"=routing.priority\"", "priority=\"50\"")),
                new Change(
                        "the task is followed up",
                        byPerson()
                                .replace(
                                        "<zeebe:taskSchedule ",
                                        "<zeebe:taskSchedule followUpDate=\"=now() + duration(&quot;PT1H&quot;)\" ")),
                new Change(
                        "a table whose rules exclude each other says so",
                        gateTable()
                                .replace(
                                        "hitPolicy=\"FIRST\"",
                                        "hitPolicy=\"FIRST\" preferredOrientation=\"Rule-as-Row\"")),
                new Change(
                        "the rule that catches the rest is written with dashes",
                        levels().edit(document -> EditedModels.all(
                                        document, "//*[@id='Rule_EverythingElse']/*[local-name()='inputEntry']/*")
                                .forEach(text -> text.setTextContent("-")))),
                new Change(
                        "a message is renamed in the drawing only",
                        feedback()
                                .replace(
                                        "id=\"Event_RatingGiven\" name=\"Rating given\"",
                                        "id=\"Event_RatingGiven\" name=\" Rating given \"")));
    }

    private static EditedModels inquiry() {
        return new EditedModels("resolve-inquiry.bpmn");
    }

    private static EditedModels byPerson() {
        return new EditedModels("resolve-by-person.bpmn");
    }

    private static EditedModels levels() {
        return new EditedModels("service-levels.dmn");
    }

    private static EditedModels gateTable() {
        return new EditedModels("confidence-gate.dmn");
    }

    private static EditedModels feedback() {
        return new EditedModels("collect-feedback.bpmn");
    }
}
