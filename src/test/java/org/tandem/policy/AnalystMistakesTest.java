package org.tandem.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every change here is one that an analyst could make in Camunda Modeler, on a copy of the real models. The complaints that are
 * expected, to the letter, stand in {@code analyst-mistakes.md}.
 */
@Execution(ExecutionMode.CONCURRENT)
class AnalystMistakesTest {

    private static final Path EXPECTED = Path.of("src/test/resources/org/tandem/policy/analyst-mistakes.md");

    record Mistake(String change, EditedModels models) {
        @Override
        public String toString() {
            return change;
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isRefusedWithTheReason(Mistake mistake) throws IOException {
        var violations =
                new ModelPolicy(Contract.CAPABILITIES).check(mistake.models().models());

        assertThat(violations.stream().map(Violation::toString))
                .containsExactlyElementsOf(expected().get(mistake.change()));
    }

    @Test
    void noExpectationIsForgotten() throws IOException {
        assertThat(mistakes().map(Mistake::change))
                .containsExactlyElementsOf(expected().keySet());
    }

    private static Map<String, List<String>> expected() throws IOException {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        var complaints = new ArrayList<String>();
        for (var line : Files.readAllLines(EXPECTED)) {
            if (line.startsWith("## ")) {
                complaints = new ArrayList<>();
                expected.put(line.substring(3), complaints);
            } else if (line.startsWith("- ")) {
                complaints.add(line.substring(2));
            }
        }
        return expected;
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                        persons(),
                        gate(),
                        waiting(),
                        names(),
                        variables(),
                        files(),
                        values(),
                        tables(),
                        blanks(),
                        engines())
                .flatMap(stream -> stream);
    }

    private static Stream<Mistake> persons() {
        return Stream.of(
                new Mistake(
                        "The boundary event \"Customer asks for a person\" is deleted",
                        inquiry().delete("Event_PersonRequested")),
                new Mistake(
                        "Asking for a person does not interrupt the AI",
                        inquiry().set("Event_PersonRequested", "cancelActivity", "false")),
                new Mistake(
                        "Asking for a person ends the process",
                        inquiry().lead("Flow_PersonRequested_AskedForPerson", "Event_PresumedSolved")),
                new Mistake(
                        "Asking for a person starts the AI again",
                        inquiry().lead("Flow_PersonRequested_AskedForPerson", "SubProcess_AiHandlesInquiry")),
                new Mistake(
                        "Who asks for a person has to wait for office hours",
                        inquiry().insert("Flow_PersonRequested_AskedForPerson", "Event_OfficeHours", """
                            <bpmn:intermediateCatchEvent id="Event_OfficeHours" name="Office hours">\
                            <bpmn:timerEventDefinition><bpmn:timeDuration>PT8H</bpmn:timeDuration>\
                            </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>\
                            """)),
                new Mistake(
                        "Nobody can ask for a person after a person's answer",
                        byPerson().delete("Event_PersonRequestedAgain")),
                new Mistake(
                        "Nobody can ask for a person in the feedback week",
                        feedback().delete("Event_PersonRequestedAfterwards")),
                new Mistake(
                        "Nobody looks whether the customer is back already",
                        feedback().lead("Flow_AskForRating_CameBackAlready", "Gateway_AwaitCustomer")),
                new Mistake(
                        "The answer \"came back already\" is turned round",
                        feedback().replace("=cameBack = true", "=cameBack = false")),
                new Mistake(
                        "A reopened case goes to the AI",
                        inquiry().lead("Flow_InquiryReopened_WithoutAi", "SubProcess_AiHandlesInquiry")),
                new Mistake(
                        "The outcome is not recorded",
                        inquiry().lead("Flow_CustomerCameBack_RecordOutcome", "Event_PresumedSolved")),
                new Mistake(
                        "Neither the outcome nor a late withdrawal is recorded",
                        inquiry()
                                .lead("Flow_CustomerCameBack_RecordOutcome", "Event_PresumedSolved")
                                .lead("Flow_WithdrawnMeanwhile_RecordLateWithdrawal", "Event_WithdrawnMeanwhile")),
                new Mistake(
                        "Who came back while the outcome was recorded is forgotten",
                        inquiry().lead("Flow_RecordOutcome_CameBackMeanwhile", "Gateway_HowDidItEnd")),
                new Mistake("The error of the AI is not caught", inquiry().delete("Event_AiUnavailable")),
                new Mistake(
                        "What a person has answered goes on to the AI",
                        inquiry().lead("Flow_HandedBack_Answered", "SubProcess_AiHandlesInquiry")),
                new Mistake(
                        "What was handed back goes on to the AI in the same process",
                        inquiry().lead("Flow_HandedBack_HandedBackToAi", "SubProcess_AiHandlesInquiry")),
                new Mistake(
                        "Every answer hands the case back",
                        byPerson().lead("Flow_HandBack_SendPersonAnswer", "Task_HandBack")),
                new Mistake(
                        "Handing back is chosen beforehand",
                        byPerson().replace("\"=null\" target=\"handBack\"", "\"=true\" target=\"handBack\"")),
                new Mistake(
                        "A case is handed back before a person has seen it",
                        byPerson().lead("Flow_HandOver_Channel", "Task_HandBack")));
    }

    private static Stream<Mistake> gate() {
        return Stream.of(
                new Mistake(
                        "The AI answer goes around the gate",
                        inquiry().lead("Flow_DraftAnswer_ApplyConfidenceGate", "Task_SendAiAnswer")),
                new Mistake(
                        "Answering itself becomes the default",
                        inquiry()
                                .makeDefault(
                                        "Gateway_AnswerItself",
                                        "Flow_AnswerItself_SendAiAnswer",
                                        "Flow_AnswerItself_PersonByGate",
                                        "=gate.route = \"PERSON\"")),
                new Mistake(
                        "The condition is softened",
                        inquiry()
                                .replace(
                                        "=gate.route = \"AI_ANSWER\"", "=gate.route = \"AI_ANSWER\" or risk &lt; 0.1")),
                new Mistake("The gate is overruled by a mapping", inquiry().replace("resultVariable=\"gate\" />", """
                    resultVariable="gate" /><zeebe:ioMapping>\
                    <zeebe:output source='={route: "AI_ANSWER"}' target="gate" />\
                    </zeebe:ioMapping>\
                    """)),
                new Mistake(
                        "A second draft goes out without asking again",
                        inquiry()
                                .lead("Flow_AiAnswerSent_AttemptOvertaken", "Task_DraftAgain")
                                .insert("Flow_AiAnswerSent_AttemptOvertaken", "Task_DraftAgain", """
                                    <bpmn:serviceTask id="Task_DraftAgain" name="Draft again">\
                                    <bpmn:extensionElements><zeebe:taskDefinition type="assistant.draft-answer" />\
                                    </bpmn:extensionElements></bpmn:serviceTask>\
                                    """)
                                .lead("Flow_AiAnswerSent_AttemptOvertaken_After", "Gateway_AnswerItself")));
    }

    private static Stream<Mistake> waiting() {
        return Stream.of(
                new Mistake("The timer \"AI too slow\" is deleted", inquiry().delete("Event_AiTooSlow")),
                new Mistake(
                        "The timer \"AI too slow\" does not interrupt",
                        inquiry().set("Event_AiTooSlow", "cancelActivity", "false")),
                new Mistake("The timer behind a gateway is deleted", inquiry().delete("Event_SilenceAfterAi")),
                new Mistake(
                        "All service level timers are deleted",
                        byPerson()
                                .delete("Event_FirstAnswerDueSoon")
                                .delete("Event_FirstAnswerOverdue")
                                .delete("Event_SolutionOverdue")),
                new Mistake(
                        "A gateway has no default flow",
                        inquiry()
                                .unset("Gateway_HowDidItEnd", "default")
                                .condition("Flow_HowDidItEnd_PresumedSolved", "=outcome = \"WITHDRAWN\"")),
                new Mistake(
                        "Two ways meet at a parallel gateway, of which only one is taken",
                        inquiry().morph("Gateway_PersonNeeded", "parallelGateway")));
    }

    private static Stream<Mistake> names() {
        return Stream.of(
                new Mistake(
                        "A job type is misspelt",
                        inquiry().replace("assistant.draft-answer", "assistant.draft-anwser")),
                new Mistake(
                        "A message is renamed",
                        inquiry().replace("name=\"customer-wrote\"", "name=\"customer-writes\"")),
                new Mistake(
                        "The start message is renamed",
                        inquiry().replace("name=\"inquiry-received\"", "name=\"inquiry-arrived\"")),
                new Mistake(
                        "A message is correlated by something else",
                        feedback().replace("correlationKey=\"=inquiryId\"", "correlationKey=\"=conversationKey\"")),
                new Mistake(
                        "The form is unlinked",
                        byPerson().strip("Task_AnswerCustomer", "local-name()='formDefinition'")),
                new Mistake(
                        "A form that does not exist is linked",
                        byPerson().replace("formId=\"answer-customer\"", "formId=\"answer-custmer\"")),
                new Mistake(
                        "A process that does not exist is called",
                        inquiry().replace("processId=\"collect-feedback\"", "processId=\"collect-ratings\"")),
                new Mistake(
                        "A decision is bound to its latest version",
                        inquiry()
                                .replace(
                                        "decisionId=\"confidence-gate\" bindingType=\"deployment\"",
                                        "decisionId=\"confidence-gate\" bindingType=\"latest\"")),
                new Mistake(
                        "An error code is misspelt",
                        inquiry().replace("errorCode=\"AI_UNAVAILABLE\"", "errorCode=\"AI_UNAVAILIBLE\"")),
                new Mistake("A process is not called any more", inquiry().delete("CallActivity_CollectFeedback")),
                new Mistake(
                        "A gateway becomes an inclusive one",
                        inquiry().morph("Gateway_PersonNeeded", "inclusiveGateway")));
    }

    private static Stream<Mistake> variables() {
        return Stream.of(
                new Mistake(
                        "The result variable of the gate is renamed",
                        inquiry().replace("resultVariable=\"gate\"", "resultVariable=\"gateResult\"")),
                new Mistake("A result variable is deleted", byPerson().replace(" resultVariable=\"routing\"", "")),
                new Mistake(
                        "A variable in a condition is misspelt",
                        inquiry().replace("=gate.route = \"AI_ANSWER\"", "=gate.rout = \"AI_ANSWER\"")),
                new Mistake("An output of the gate is renamed", gateTable().replace("name=\"route\"", "name=\"way\"")),
                new Mistake(
                        "An input of the gate is misspelt",
                        gateTable().replace("<text>risk</text>", "<text>riks</text>")),
                new Mistake(
                        "The key of a form field is renamed, which the AI draft goes into",
                        form().replace("\"key\": \"reply\"", "\"key\": \"answer\"")),
                new Mistake(
                        "The key of another form field is renamed",
                        form().replace("\"key\": \"resolutionCode\"", "\"key\": \"resolution\"")),
                new Mistake(
                        "The form shows what is not there",
                        form().replace("\"key\": \"brief.customerWrites\"", "\"key\": \"brief.customerText\"")),
                new Mistake(
                        "A boundary event forgets to say why a person is needed",
                        inquiry().strip("Event_AiUnavailable", "local-name()='ioMapping'")),
                new Mistake(
                        "An output mapping forgets the outcome",
                        byPerson().strip("Event_PresumedSolved", "local-name()='ioMapping'")),
                new Mistake(
                        "A timer reads what is not there",
                        byPerson().replace("else date and time(warnAt)<", "else date and time(warnedAt)<")));
    }

    private static Stream<Mistake> files() {
        return Stream.of(
                new Mistake("A tag is not closed", inquiry().replace("</bpmn:definitions>", "")),
                new Mistake(
                        "A flow leads nowhere",
                        inquiry()
                                .replace(
                                        "targetRef=\"CallActivity_ResolveByPerson\"",
                                        "targetRef=\"CallActivity_Resolve\"")),
                new Mistake(
                        "An expression is not FEEL",
                        inquiry().replace("=gate.route = \"AI_ANSWER\"", "=gate.route == \"AI_ANSWER\"")),
                new Mistake(
                        "A cell of a decision is not FEEL",
                        gateTable().replace("<text>not(\"open\")</text>", "<text>not(\"open\"</text>")),
                new Mistake(
                        "A form is not JSON", form().replace("\"components\": [\n    {", "\"components\": [\n    ")));
    }

    private static Stream<Mistake> values() {
        return Stream.of(
                new Mistake("A duration forgets its PT", inquiry().replace(">PT30S<", ">30S<")),
                new Mistake(
                        "A duration is chosen, but a date written",
                        inquiry().replace(">PT30S<", ">2026-12-01T09:00:00Z<")),
                new Mistake("A duration is a number", inquiry().replace(">PT30S<", ">=30<")),
                new Mistake(
                        "The assignee may be null",
                        byPerson()
                                .replace(
                                        "=if previousAgent = null then &quot;&quot; else previousAgent",
                                        "=previousAgent")),
                new Mistake(
                        "The candidate groups are one text",
                        byPerson().replace("\"=[routing.queue]\"", "\"=routing.queue\"")),
                new Mistake(
                        "The candidate groups forget their equals sign",
                        byPerson().replace("\"=[routing.queue]\"", "\"[routing.queue]\"")),
                new Mistake(
                        "The due date is a duration",
                        byPerson()
                                .replace(
                                        "dueDate=\"=date and time(firstResponseDue)\"",
                                        "dueDate=\"=duration(&quot;PT1H&quot;)\"")),
                new Mistake(
                        "The priority is a text",
                        byPerson().replace("priority=\"=routing.priority\"", "priority=\"=routing.queue\"")),
                new Mistake(
                        "A timer calls a function that does not exist",
                        byPerson().replace("else date and time(warnAt)<", "else dateandtime(warnAt)<")),
                new Mistake(
                        "A job is never tried",
                        feedback()
                                .replace(
                                        "inquiry.ask-for-rating\" retries=\"5\"",
                                        "inquiry.ask-for-rating\" retries=\"0\"")),
                new Mistake(
                        "A correlation key forgets its equals sign",
                        feedback().replace("correlationKey=\"=inquiryId\"", "correlationKey=\"inquiryId\"")),
                new Mistake(
                        "A condition forgets its equals sign", byPerson().replace("=sent = true</", "sent = true</")),
                new Mistake(
                        "A mapping forgets its equals sign",
                        byPerson().replace("source=\"=reply\"", "source=\"reply\"")));
    }

    private static Stream<Mistake> tables() {
        return Stream.of(
                new Mistake(
                        "The gate becomes a table of which only one rule may hold",
                        gateTable().replace("hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")),
                new Mistake(
                        "All queues that fit are collected",
                        routes().replace("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"")),
                new Mistake(
                        "A hit policy is written in small letters",
                        gateTable().replace("hitPolicy=\"FIRST\"", "hitPolicy=\"first\"")),
                new Mistake(
                        "All service levels that fit are added up",
                        levels().replace("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\" aggregation=\"SUM\"")),
                new Mistake("The rule that catches the rest is deleted", levels().delete("Rule_EverythingElse")),
                new Mistake(
                        "An input column loses its expression",
                        gateTable().replace("<text>risk</text>", "<text></text>")),
                new Mistake(
                        "A queue is misspelt",
                        routes().replace("<text>\"disputes\"</text>", "<text>\"dispute\"</text>")));
    }

    private static Stream<Mistake> blanks() {
        return Stream.of(
                new Mistake(
                        "A job type ends with a blank",
                        feedback().replace("inquiry.ask-for-rating", "inquiry.ask-for-rating ")),
                new Mistake(
                        "A message begins with a blank",
                        feedback().replace("\"rating-given\"", "\"&#160;rating-given\"")),
                new Mistake(
                        "A blank before the equals sign",
                        feedback().replace("correlationKey=\"=inquiryId\"", "correlationKey=\" =inquiryId\"")),
                new Mistake(
                        "A decision is called with a blank",
                        inquiry().replace("decisionId=\"confidence-gate\"", "decisionId=\"confidence-gate \"")),
                new Mistake(
                        "A group ends with a blank",
                        new EditedModels("escalation.bpmn").replace("team-leads&quot;", "team-leads &quot;")),
                new Mistake("An output has a blank", levels().replace("name=\"warnAfter\"", "name=\"warnAfter \"")));
    }

    private static Stream<Mistake> engines() {
        return Stream.of(
                new Mistake("A process is not executable", inquiry().set("resolve-inquiry", "isExecutable", "false")),
                new Mistake(
                        "A service task has no job type",
                        feedback()
                                .replace("<zeebe:taskDefinition type=\"inquiry.ask-for-rating\" retries=\"5\" />", "")),
                new Mistake(
                        "A user task is not marked as one of Camunda",
                        byPerson().replace("<zeebe:userTask />", "")),
                new Mistake(
                        "A task is for nobody",
                        new EditedModels("escalation.bpmn")
                                .strip("Task_DecideEscalation", "local-name()='assignmentDefinition'")),
                new Mistake(
                        "A step was drawn and never connected",
                        feedback()
                                .replace(
                                        "</bpmn:process>",
                                        "<bpmn:endEvent id=\"Event_Alone\" name=\"Forgotten\" /></bpmn:process>")),
                new Mistake(
                        "A user task still has a job type",
                        byPerson()
                                .replace(
                                        "<zeebe:userTask />",
                                        "<zeebe:userTask /><zeebe:taskDefinition type=\"desk.update-brief\" />")),
                new Mistake(
                        "Two events behind a gateway wait for the same message",
                        feedback().set("Definition_CustomerWroteAfterwards", "messageRef", "Message_PersonRequested")),
                new Mistake(
                        "A flow out of a task has a condition",
                        inquiry().condition("Flow_RecordOutcome_CameBackMeanwhile", "=cameBack = true")),
                new Mistake(
                        "An event sub-process begins with nothing",
                        inquiry().strip("SubProcess_CustomerWithdraws", "local-name()='messageEventDefinition'")),
                new Mistake(
                        "The default flow has a condition",
                        inquiry().condition("Flow_HowDidItEnd_PresumedSolved", "=outcome = \"PRESUMED\"")));
    }

    private static EditedModels levels() {
        return new EditedModels("service-levels.dmn");
    }

    private static EditedModels routes() {
        return new EditedModels("route-to-person.dmn");
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

    private static EditedModels gateTable() {
        return new EditedModels("confidence-gate.dmn");
    }

    private static EditedModels form() {
        return new EditedModels("answer-customer.form");
    }
}
