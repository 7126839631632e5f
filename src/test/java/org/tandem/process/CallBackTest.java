package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.audit.ProcessHistory;
import org.tandem.desk.Calls;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.ComplaintReply;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;
import org.tandem.privacy.PhoneNumber;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** The customer would rather be called: every way that can go, on the real engine. */
class CallBackTest extends Journey {

    private static final PhoneNumber NUMBER = PhoneNumber.of("+44 20 7946 0018").orElseThrow();
    private static final Map<String, Object> TALKED = Map.of(
            "callResult", "REACHED",
            "reply", "As we said on the phone: the money is back by Friday.",
            "resolutionCode", "INFORMATION_GIVEN",
            "productArea", "none");

    @Autowired
    JdbcClient database;

    @Autowired
    Calls calls;

    @Autowired
    ProcessHistory history;

    @Test
    void whatWasSaidOnThePhoneIsSentInWritingAndNoVariableHasTheNumber() {
        var id = aCustomerWhoWantsACall();
        var call = theOpenCall();
        assertThat(engine.newVariableSearchRequest().send().join().items())
                .noneMatch(variable -> variable.getValue().contains(NUMBER.e164())
                        || variable.getValue().contains("7946"));

        completes(call, TALKED);

        becomes(id, State.ANSWERED_BY_PERSON);
        assertThat(messagesBy(Author.PERSON, id))
                .singleElement()
                .satisfies(answer -> assertThat(answer.text()).contains("back by Friday"));
        theCall().hasCompletedElements("Event_AnsweredByPhone");
        assertThat(paid(
                        "select conversation_key from pay_need where by_phone and conversation_key in"
                                + " (select conversation_key from pay_work where inquiry_id = ?)",
                        id))
                .hasSize(1);
        assertThat(inquiries.callNumber(id)).isEmpty();
        asCustomer(id).judge(true);
        theFeedbackProcess().hasActiveElements("Gateway_AwaitCustomer");
    }

    @Test
    void whoLookedAtThePhoneNumberStandsInTheHistoryOfTheCase() {
        var id = aCustomerWhoWantsACall();
        var call = theOpenCall();
        engine.newAssignUserTaskCommand(call.getUserTaskKey())
                .assignee("anna")
                .send()
                .join();
        var anna = new StaffMember("anna", "Anna", Set.of(Role.AGENT), Set.of());

        var number = soon().until(() -> calls.number(anna, call.getUserTaskKey()), Optional::isPresent);

        assertThat(number).contains(NUMBER);
        var run = history.run(call.getProcessInstanceKey()).orElseThrow();
        assertThat(history.trail(run).looks())
                .singleElement()
                .satisfies(look -> assertThat(look.who()).isEqualTo("anna"))
                .satisfies(look -> assertThat(look.task()).isEqualTo(call.getUserTaskKey()));
        assertThat(inquiries.callNumber(id)).isPresent();
    }

    @Test
    void aComplaintThatIsNoticedOnThePhoneHasItsClockToo() {
        var id = aCustomerWhoWantsACall();
        var complained = new HashMap<>(TALKED);
        complained.putAll(Map.of(
                "customerComplains",
                true,
                "complaintReply",
                "NOT_YET",
                "followUpOn",
                LocalDate.now(ZoneOffset.UTC).plusDays(5).toString(),
                "followUpNote",
                "Has the shop paid?"));

        completes(theOpenCall(), complained);

        becomes(id, State.ANSWERED_BY_PERSON);
        thePersonsProcess().hasCompletedElements("Task_StartComplaintClock");
        assertThat(messagesBy(Author.SYSTEM, id).getLast().text()).startsWith("We treat this as a complaint.");
        assertThat(inquiries.get(id).complaint()).isTrue();
    }

    @Test
    void aComplaintThatIsSettledOnThePhoneHasNoClockAnyMore() {
        var id = aCustomerWhoWantsACall();
        var settled = new HashMap<>(TALKED);
        settled.putAll(Map.of("customerComplains", true, "complaintReply", "FINAL"));

        completes(theOpenCall(), settled);

        becomes(id, State.ANSWERED_BY_PERSON);
        thePersonsProcess().hasCompletedElements("Task_StartComplaintClock");
        assertThat(inquiries.complaintReply(id)).contains(ComplaintReply.FINAL);
        assertThat(messagesBy(Author.SYSTEM, id))
                .noneMatch(message -> message.text().contains("We treat this as a complaint"));
    }

    @Test
    void aComplaintThatIsNotSettledOnThePhoneComesBackOnTheDayThatWasChosen() {
        var id = aCustomerWhoWantsACall();
        var open = new HashMap<>(TALKED);
        open.putAll(Map.of("customerComplains", true, "complaintReply", "NOT_YET"));
        var first = theOpenCall();
        completes(first, open);
        var again = theNextCallAfter(first);
        open.put("followUpOn", LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
        open.put("followUpNote", "What does the shop say?");

        completes(again, open);
        becomes(id, State.ANSWERED_BY_PERSON);
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");
        timePasses(Duration.ofDays(3));

        theOpenTask();
        assertThat(inquiries.get(id).handOvers().getLast().reason()).isEqualTo(HandOverReason.FOLLOW_UP);
    }

    @Test
    void aCustomerWhoDoesNotAnswerIsToldWhenItIsTriedAgainByTheSameAgent() {
        var id = aCustomerWhoWantsACall();
        var again = Instant.now().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
        var first = theOpenCall();
        engine.newAssignUserTaskCommand(first.getUserTaskKey())
                .assignee("anna")
                .send()
                .join();

        completes(first, Map.of("callResult", "NOT_REACHED", "nextCallAt", again.toString()));

        var second = theNextCallAfter(first);
        assertThat(second.getAssignee()).isEqualTo("anna");
        assertThat(paid("select agent from pay_work where inquiry_id = ? and kind = 'CALL_BACK'", id))
                .containsExactly("anna");
        assertThat(second.getDueDate().toInstant()).isEqualTo(again);
        assertThat(messagesBy(Author.SYSTEM, id).getLast().text()).contains("We called you and did not reach you.");
        assertThat(variablesOf(second)).containsEntry("nextCallAt", "null");
        completes(second, TALKED);
        becomes(id, State.ANSWERED_BY_PERSON);
    }

    @Test
    void aWrongNumberIsForgottenAndTheAnswerIsWritten() {
        var id = aCustomerWhoWantsACall();

        completes(theOpenCall(), Map.of("callResult", "WRONG_NUMBER"));

        theOpenTask();
        assertThat(inquiries.callNumber(id)).isEmpty();
        assertThat(messagesBy(Author.SYSTEM, id).getLast().text()).contains("does not lead to you");
        anAgentAnswers(id, "anna");
    }

    @Test
    void whoeverWouldRatherReadIsWrittenTo() {
        var id = aCustomerWhoWantsACall();
        theOpenCall();

        asCustomer(id).preferWriting();

        theOpenTask();
        theCall().hasCompletedElements("Event_WritingPreferred");
        assertThat(inquiries.callNumber(id)).isEmpty();
    }

    @Test
    void whoeverChangesTheirMindTwiceIsCalled() {
        var id = aCustomerWhoWantsACall();
        var first = theOpenCall();
        var jam = theWayToTheEngineIsJammed();
        asCustomer(id).preferWriting();
        asCustomer(id).askForCall(NUMBER);
        jam.ends();

        soon().until(
                        () -> openTasks("Task_CallCustomer"),
                        calls -> calls.size() == 1
                                && !calls.getFirst().getUserTaskKey().equals(first.getUserTaskKey()));
        assertThat(inquiries.callNumber(id)).isPresent();
    }

    @Test
    void aSummaryThatLacksSomethingComesBackWithTheReason() {
        var id = aCustomerWhoWantsACall();
        var first = theOpenCall();

        completes(first, Map.of("callResult", "REACHED", "reply", "We talked."));

        var second = theNextCallAfter(first);
        theCall()
                .hasVariableSatisfies(
                        "returned",
                        Map.class,
                        returned -> assertThat(returned.get("reply")).isEqualTo("We talked."));
        completes(second, TALKED);
        becomes(id, State.ANSWERED_BY_PERSON);
    }

    @Test
    void whatTheCustomerAddsIsInTheBriefOfTheCall() {
        var id = aCustomerWhoWantsACall();
        theOpenCall();

        asCustomer(id).write("After six, please.");

        theCall()
                .hasCompletedElements("Event_BriefUpdated")
                .hasVariableSatisfies(
                        "brief",
                        Map.class,
                        brief -> assertThat(brief.get("customerWrites"))
                                .asString()
                                .contains("After six, please."));
    }

    @Test
    void aCallThatIsLateIsRaisedAndEscalated() {
        var id = aCustomerWhoWantsACall();
        theOpenCall();
        var handOver = inquiries.get(id).handOvers().getLast();
        var firstResponse = Duration.between(handOver.at(), handOver.firstResponseDue());

        timePasses(firstResponse.minusMinutes(1));
        theCall().hasCompletedElements("Event_PriorityRaised");
        timePasses(Duration.ofMinutes(2));
        theCall().hasCompletedElement("Event_Escalated", 1);
        assertThat(theOpenCall().getCandidateGroups()).contains("team-leads");
        timePasses(Duration.between(handOver.firstResponseDue(), handOver.resolutionDue())
                .plusMinutes(1));
        theCall().hasCompletedElement("Event_Escalated", 2);
    }

    @Test
    void aCustomerMayWithdrawWhileACallIsPlanned() {
        var id = aCustomerWhoWantsACall();
        theOpenCall();

        asCustomer(id).withdraw();

        theProcess().isCompleted().hasCompletedElements("Event_WithdrawalRecorded");
        assertThat(inquiries.callNumber(id)).isEmpty();
    }

    @Test
    void aCallThatEndsAfterTheCustomerWithdrewSaysNothing() {
        var id = aCustomerWhoWantsACall();
        var call = theOpenCall();
        var jam = theWayToTheEngineIsJammed();
        asCustomer(id).withdraw();

        completes(call, TALKED);

        theProcess().isCompleted().hasCompletedElements("Event_WithdrawnMeanwhile");
        jam.ends();
        assertThat(messagesBy(Author.PERSON, id)).isEmpty();
    }

    @Test
    void whoeverAskedForACallBeforeTheTaskWasThereIsCalledAtOnce() {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        anAgentAnswers(id, "anna");
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");
        var jam = theWayToTheEngineIsJammed();
        asCustomer(id).write("Please call me.");
        asCustomer(id).askForCall(NUMBER);
        jam.ends();

        assertThat(theOpenCall().getAssignee()).isEqualTo("anna");
    }

    private List<String> paid(String query, InquiryId about) {
        return database.sql(query).param(about.value()).query(String.class).list();
    }

    private InquiryId aCustomerWhoWantsACall() {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        theOpenTask();
        asCustomer(id).askForCall(NUMBER);
        return id;
    }

    private UserTask theNextCallAfter(UserTask first) {
        return soon().until(this::theOpenCall, task -> !task.getUserTaskKey().equals(first.getUserTaskKey()));
    }
}
