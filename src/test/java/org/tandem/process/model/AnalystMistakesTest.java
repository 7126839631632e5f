package org.tandem.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change here is one that an analyst could make in Camunda Modeler, on a copy of the real models. */
class AnalystMistakesTest {

    record Mistake(String change, EditedModels models, String... complaints) {
        @Override
        public String toString() {
            return change;
        }
    }

    @ParameterizedTest
    @MethodSource({"aboutPersons", "aboutTheGate", "aboutWaiting", "aboutNames", "aboutVariables", "aboutFiles"})
    void isRefusedWithTheReason(Mistake mistake) {
        var violations =
                new ModelPolicy(Contract.CAPABILITIES).check(mistake.models().models());

        assertThat(violations.stream().map(Violation::toString)).containsExactlyInAnyOrder(mistake.complaints());
    }

    static Stream<Mistake> aboutPersons() {
        return Stream.of(
                new Mistake(
                        "the boundary event \"Customer asks for a person\" is deleted",
                        inquiry().delete("Event_PersonRequested")),
                new Mistake(
                        "asking for a person does not interrupt the AI",
                        inquiry().set("Event_PersonRequested", "cancelActivity", "false")),
                new Mistake(
                        "asking for a person ends the process",
                        inquiry().lead("Flow_PersonRequested_AskedForPerson", "Event_PresumedSolved")),
                new Mistake(
                        "asking for a person starts the AI again",
                        inquiry().lead("Flow_PersonRequested_AskedForPerson", "SubProcess_AiHandlesInquiry")),
                new Mistake(
                        "asking for a person after the answer is not possible",
                        byPerson().delete("Event_PersonRequestedAgain")),
                new Mistake(
                        "asking for a person in the feedback week is not possible",
                        feedback().delete("Event_PersonRequestedAfterwards")),
                new Mistake(
                        "nobody looks whether the customer is back already",
                        feedback().lead("Flow_AskForRating_CameBackAlready", "Gateway_AwaitCustomer")),
                new Mistake(
                        "a reopened case goes to the AI",
                        inquiry().lead("Flow_InquiryReopened_WithoutAi", "SubProcess_AiHandlesInquiry")),
                new Mistake(
                        "the outcome is not recorded",
                        inquiry().lead("Flow_CustomerCameBack_RecordOutcome", "Event_PresumedSolved")),
                new Mistake(
                        "who came back while the outcome was recorded is forgotten",
                        inquiry().lead("Flow_RecordOutcome_CameBackMeanwhile", "Gateway_HowDidItEnd")),
                new Mistake("the AI's error is not caught", inquiry().delete("Event_AiUnavailable")));
    }

    static Stream<Mistake> aboutTheGate() {
        return Stream.of(
                new Mistake(
                        "the AI answer goes around the gate",
                        inquiry().lead("Flow_DraftAnswer_ApplyConfidenceGate", "Task_SendAiAnswer")),
                new Mistake(
                        "answering is the default",
                        inquiry()
                                .set("Gateway_AnswerItself", "default", "Flow_AnswerItself_SendAiAnswer")
                                .strip("Flow_AnswerItself_SendAiAnswer", "local-name()='conditionExpression'")
                                .edit(document -> {
                                    var condition = document.createElementNS(
                                            EditedModels.one(document, "Flow_AnswerItself_PersonByGate")
                                                    .getNamespaceURI(),
                                            "bpmn:conditionExpression");
                                    condition.setTextContent("=gate.route = \"PERSON\"");
                                    EditedModels.one(document, "Flow_AnswerItself_PersonByGate")
                                            .appendChild(condition);
                                })),
                new Mistake(
                        "the condition is softened",
                        inquiry()
                                .replace(
                                        "=gate.route = \"AI_ANSWER\"", "=gate.route = \"AI_ANSWER\" or risk &lt; 0.1")),
                new Mistake(
                        "the gate is overruled by a mapping",
                        inquiry()
                                .replace(
                                        "decisionId=\"confidence-gate\" bindingType=\"deployment\" resultVariable=\"gate\" />",
                                        "decisionId=\"confidence-gate\" bindingType=\"deployment\" resultVariable=\"gate\" /><zeebe:ioMapping><zeebe:output source='={route: \"AI_ANSWER\"}' target=\"gate\"/></zeebe:ioMapping>")),
                new Mistake(
                        "a second draft is sent without asking again",
                        inquiry()
                                .lead("Flow_AiAnswerSent_AttemptOvertaken", "Task_DraftAnswer")
                                .lead("Flow_DraftAnswer_ApplyConfidenceGate", "Gateway_AnswerItself")));
    }

    static Stream<Mistake> aboutWaiting() {
        return Stream.of(
                new Mistake("the timer \"AI too slow\" is deleted", inquiry().delete("Event_AiTooSlow")),
                new Mistake("the timer behind the gateway is deleted", inquiry().delete("Event_SilenceAfterAi")),
                new Mistake(
                        "all service level timers are deleted",
                        byPerson()
                                .delete("Event_FirstAnswerDueSoon")
                                .delete("Event_FirstAnswerOverdue")
                                .delete("Event_SolutionOverdue")),
                new Mistake(
                        "a gateway has no default flow",
                        inquiry().unset("Gateway_HowDidItEnd", "default").edit(document -> {
                            var condition = document.createElementNS(
                                    EditedModels.one(document, "Flow_HowDidItEnd_PresumedSolved")
                                            .getNamespaceURI(),
                                    "bpmn:conditionExpression");
                            condition.setTextContent("=outcome = \"PRESUMED\"");
                            EditedModels.one(document, "Flow_HowDidItEnd_PresumedSolved")
                                    .appendChild(condition);
                        })));
    }

    static Stream<Mistake> aboutNames() {
        return Stream.of(
                new Mistake(
                        "a job type is misspelt",
                        inquiry().replace("assistant.draft-answer", "assistant.draft-anwser")),
                new Mistake(
                        "a message is renamed",
                        inquiry().replaceAll("name=\"customer-wrote\"", "name=\"customer-writes\"")),
                new Mistake(
                        "the start message is renamed",
                        inquiry().replaceAll("name=\"inquiry-received\"", "name=\"inquiry-arrived\"")),
                new Mistake(
                        "a message is correlated by something else",
                        feedback().replace("correlationKey=\"=inquiryId\"", "correlationKey=\"=conversationKey\"")),
                new Mistake(
                        "the form is unlinked",
                        byPerson().strip("Task_AnswerCustomer", "local-name()='formDefinition'")),
                new Mistake(
                        "another form is linked",
                        byPerson().replace("formId=\"answer-customer\"", "formId=\"answer-custmer\"")),
                new Mistake(
                        "a called process does not exist",
                        inquiry().replace("processId=\"collect-feedback\"", "processId=\"collect-ratings\"")),
                new Mistake(
                        "a decision is bound to the latest version",
                        inquiry()
                                .replace(
                                        "decisionId=\"confidence-gate\" bindingType=\"deployment\"",
                                        "decisionId=\"confidence-gate\" bindingType=\"latest\"")),
                new Mistake(
                        "an error code is misspelt",
                        inquiry().replace("errorCode=\"AI_UNAVAILABLE\"", "errorCode=\"AI_UNAVAILIBLE\"")),
                new Mistake(
                        "a process is not called any more",
                        inquiry()
                                .lead("Flow_Answered_CollectFeedback", "Task_RecordOutcome")
                                .delete("CallActivity_CollectFeedback")),
                new Mistake(
                        "a gateway is turned into an inclusive one",
                        inquiry()
                                .replaceAll(
                                        "bpmn:exclusiveGateway id=\"Gateway_PersonNeeded\"",
                                        "bpmn:inclusiveGateway id=\"Gateway_PersonNeeded\"")));
    }

    static Stream<Mistake> aboutVariables() {
        return Stream.of(
                new Mistake(
                        "the result variable of the gate is renamed",
                        inquiry().replace("resultVariable=\"gate\"", "resultVariable=\"gateResult\"")),
                new Mistake("a result variable is deleted", byPerson().replace(" resultVariable=\"routing\"", "")),
                new Mistake(
                        "a variable in a condition is misspelt",
                        inquiry().replace("=gate.route = \"AI_ANSWER\"", "=gate.rout = \"AI_ANSWER\"")),
                new Mistake("an output of the gate is renamed", gate().replace("name=\"route\"", "name=\"way\"")),
                new Mistake(
                        "an input of the gate is misspelt", gate().replace("<text>risk</text>", "<text>riks</text>")),
                new Mistake(
                        "a key of the form is renamed", form().replace("\"key\": \"reply\"", "\"key\": \"answer\"")),
                new Mistake(
                        "another key of the form is renamed",
                        form().replace("\"key\": \"resolutionCode\"", "\"key\": \"resolution\"")),
                new Mistake(
                        "the form shows what is not there",
                        form().replace("\"key\": \"brief.customerWrites\"", "\"key\": \"brief.customerText\"")),
                new Mistake(
                        "a boundary event forgets why a person is needed",
                        inquiry().strip("Event_AiUnavailable", "local-name()='ioMapping'")),
                new Mistake(
                        "a timer reads what is not there",
                        byPerson().replace("=duration(serviceLevels.warnAfter)", "=duration(serviceLevel.warnAfter)")));
    }

    static Stream<Mistake> aboutFiles() {
        return Stream.of(
                new Mistake("a tag is not closed", inquiry().replace("</bpmn:definitions>", "")),
                new Mistake(
                        "a flow leads nowhere",
                        inquiry()
                                .replace(
                                        "targetRef=\"CallActivity_ResolveByPerson\"",
                                        "targetRef=\"CallActivity_Resolve\"")),
                new Mistake(
                        "an expression is not FEEL",
                        inquiry().replace("=gate.route = \"AI_ANSWER\"", "=gate.route == \"AI_ANSWER\"")),
                new Mistake(
                        "a cell of a decision is not FEEL",
                        gate().replace("<text>[0..0.03]</text>", "<text>[0..0.03</text>")),
                new Mistake(
                        "a form is not JSON", form().replace("\"components\": [\n    {", "\"components\": [\n    ")));
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

    private static EditedModels gate() {
        return new EditedModels("confidence-gate.dmn");
    }

    private static EditedModels form() {
        return new EditedModels("answer-customer.form");
    }
}
