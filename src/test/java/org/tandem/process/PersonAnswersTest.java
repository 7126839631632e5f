package org.tandem.process;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.desk.Desk;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.ComplaintReply;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Outcome;
import org.tandem.staff.Role;
import org.tandem.staff.accounts.Accounts;
import org.tandem.staff.accounts.NewAccount;

/** The stretch in which a person has the case: brief, deadlines, the answer and what the customer makes of it. */
class PersonAnswersTest extends Journey {

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient database;

    @Test
    void thePersonsAnswerReachesTheCustomerAndSolvesIt() {
        var id = aCaseWithAPerson();

        anAgentAnswers(id, "anna");
        asCustomer(id).judge(true);
        theFeedbackProcess().hasActiveElements("Gateway_AwaitCustomer");
        timePasses(FEEDBACK_WINDOW);

        theProcess().isCompleted().hasCompletedElements("Event_SolvedByPerson");
        Assertions.assertThat(messagesBy(Author.PERSON, id))
                .singleElement()
                .satisfies(answer -> Assertions.assertThat(answer.text()).startsWith("I have asked the shop"));
        Assertions.assertThat(inquiries.get(id).outcome()).isEqualTo(Outcome.SOLVED_BY_PERSON);
    }

    @Test
    void theTaskCarriesTheBriefTheQueueAndTheDeadline() {
        var id = aCaseWithAPerson();

        var task = theOpenTask();

        Assertions.assertThat(task.getCandidateGroups()).isNotEmpty();
        Assertions.assertThat(task.getDueDate()).isNotNull();
        thePersonsProcess().hasVariableSatisfies("brief", Map.class, brief -> {
            Assertions.assertThat(brief.get("customerWrites")).asString().contains("When do I get my money back?");
            Assertions.assertThat(brief.get("draft")).isEqualTo(ANSWER);
        });
        var handOver = inquiries.get(id).handOvers().getLast();
        Assertions.assertThat(handOver.queue())
                .isEqualTo(task.getCandidateGroups().getFirst());
        Assertions.assertThat(handOver.firstResponseDue()).isBefore(handOver.resolutionDue());
    }

    @Test
    void silenceAfterThePersonsAnswerCountsAsSolved() {
        var id = aCaseWithAPerson();
        anAgentAnswers(id, "anna");
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");

        timePasses(SILENCE);
        theFeedbackProcess().hasActiveElements("Gateway_AwaitCustomer");
        timePasses(FEEDBACK_WINDOW);

        theProcess().isCompleted().hasCompletedElements("Event_PresumedSolved");
        Assertions.assertThat(inquiries.get(id).outcome()).isEqualTo(Outcome.PRESUMED_SOLVED);
    }

    @Test
    void anAnswerThatDidNotHelpComesBackToTheSameAgent() {
        var id = aCaseWithAPerson();
        anAgentAnswers(id, "anna");
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");

        asCustomer(id).judge(false);

        Assertions.assertThat(theOpenTask().getAssignee()).isEqualTo("anna");
        Assertions.assertThat(inquiries.get(id).handOvers().getLast().reason()).isEqualTo(HandOverReason.NOT_SOLVED);
    }

    @Test
    void anAnswerThatDidNotHelpIsForEverybodyWhenItsAgentIsGone(@Autowired Accounts accounts) {
        accounts.add(new NewAccount("left", "Left", Set.of(Role.AGENT), Set.of(), "plum under the bridge"));
        var id = aCaseWithAPerson();
        anAgentAnswers(id, "left");
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");
        accounts.change("left", "Left", Set.of(Role.ANALYST), Set.of());

        asCustomer(id).judge(false);

        Assertions.assertThat(theOpenTask().getAssignee()).isNullOrEmpty();
        Assertions.assertThat(theOpenTask().getCandidateGroups()).isNotEmpty();
    }

    @Test
    void whatIsToBeFollowedUpComesBackToTheAgentOnThatDay() {
        var id = aCaseWithAPerson();
        var day = LocalDate.now(ZoneOffset.UTC).plusDays(9);
        var answer = new HashMap<>(COMPLETE);
        answer.putAll(Map.of("followUp", true, "followUpOn", day.toString(), "followUpNote", "Has the shop paid?"));
        anAgentAnswers(id, "anna", answer);
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");

        timePasses(SILENCE);
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");
        timePasses(Duration.ofDays(7));

        Assertions.assertThat(theOpenTask().getAssignee()).isEqualTo("anna");
        Assertions.assertThat(inquiries.get(id).handOvers().getLast().reason()).isEqualTo(HandOverReason.FOLLOW_UP);
        thePersonsProcess()
                .hasVariableSatisfies(
                        "brief",
                        Map.class,
                        brief -> Assertions.assertThat(brief.get("why"))
                                .asString()
                                .contains("Has the shop paid?"));
    }

    @Test
    void aComplaintThatHasNoFinalResponseComesBackToTheAgent() {
        var id = aCaseWithAPerson();
        var answer = new HashMap<>(COMPLETE);
        answer.putAll(Map.of(
                "customerComplains",
                true,
                "complaintReply",
                "HOLDING",
                "followUpOn",
                LocalDate.now(ZoneOffset.UTC).plusDays(5).toString(),
                "followUpNote",
                "Has the shop paid?"));
        anAgentAnswers(id, "anna", answer);
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");
        Assertions.assertThat(inquiries.get(id).complaint()).isTrue();
        Assertions.assertThat(inquiries.complaintReply(id)).contains(ComplaintReply.HOLDING);

        timePasses(Duration.ofDays(6));

        Assertions.assertThat(theOpenTask().getAssignee()).isEqualTo("anna");
        Assertions.assertThat(inquiries.get(id).handOvers().getLast().reason()).isEqualTo(HandOverReason.FOLLOW_UP);
    }

    @Test
    void aCustomerWhoWritesAgainComesBackToTheAgent() {
        var id = aCaseWithAPerson();
        anAgentAnswers(id, "anna");
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");

        asCustomer(id).write("One more thing.");

        theOpenTask();
        thePersonsProcess().hasCompletedElements("Event_CustomerWroteAgain");
        anAgentAnswers(id, "anna");
        Assertions.assertThat(messagesBy(Author.PERSON, id)).hasSize(2);
    }

    @Test
    void theFormOfTheNextRoundBeginsWithNothingOfTheRoundBefore() {
        var id = aCaseWithAPerson();
        var first = new HashMap<>(COMPLETE);
        first.putAll(Map.of("draftVerdict", "WRONG", "draftFlaw", "NOT_TRUE"));
        first.putAll(Map.of("productArea", "app", "productFeedback", "It is slow."));
        anAgentAnswers(id, "anna", first);
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");

        asCustomer(id).write("One more thing.");

        Assertions.assertThat(variablesOf(theOpenTask()))
                .containsEntry("reply", "null")
                .containsEntry("resolutionCode", "null")
                .containsEntry("draftVerdict", "null")
                .containsEntry("draftFlaw", "null")
                .containsEntry("productArea", "null")
                .containsEntry("productFeedback", "null")
                .containsEntry("topic", "null")
                .containsEntry("complaintReply", "null")
                .containsEntry("followUpOn", "null");
    }

    @Test
    void aCustomerMayAskForAPersonAgain() {
        var id = aCaseWithAPerson();
        anAgentAnswers(id, "anna");
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");

        asCustomer(id).requestPerson();

        theOpenTask();
        thePersonsProcess().hasCompletedElements("Event_PersonRequestedAgain");
    }

    @Test
    void whatTheCustomerAddsIsInTheBriefOfTheOpenTask() {
        var id = aCaseWithAPerson();
        theOpenTask();

        asCustomer(id).write("The shop is called Fjord.");

        thePersonsProcess()
                .hasCompletedElements("Event_BriefUpdated")
                .hasVariableSatisfies(
                        "brief",
                        Map.class,
                        brief -> Assertions.assertThat(brief.get("customerWrites"))
                                .asString()
                                .contains("The shop is called Fjord."));
    }

    @Test
    void aDeadlineThatComesCloseRaisesThePriorityAndOneThatPassesCallsTheTeamLead() {
        var id = aCaseWithAPerson();
        var before = theOpenTask();
        var handOver = inquiries.get(id).handOvers().getLast();
        var firstResponse = Duration.between(handOver.at(), handOver.firstResponseDue());

        timePasses(firstResponse.minusMinutes(1));
        thePersonsProcess().hasCompletedElements("Event_PriorityRaised");
        Assertions.assertThat(before.getPriority()).isLessThan(75);

        timePasses(Duration.ofMinutes(2));
        thePersonsProcess().hasCompletedElement("Event_Escalated", 1);
        assertThat(byElementId("Task_AnswerCustomer")).hasPriority(100);
        Assertions.assertThat(theOpenTask().getCandidateGroups()).contains("team-leads");

        timePasses(Duration.between(handOver.firstResponseDue(), handOver.resolutionDue())
                .plusMinutes(1));
        thePersonsProcess().hasCompletedElement("Event_Escalated", 2);
    }

    @Test
    void aDeadlineIsNotedOnceHoweverManyJobsNoteItAtTheSameTime() {
        var id = aCaseWithAPerson();
        theOpenTask();
        var handOver = inquiries.get(id).handOvers().getLast();
        timePasses(Duration.between(handOver.at(), handOver.resolutionDue()).plusMinutes(1));

        var racing = IntStream.range(0, 8)
                .mapToObj(each -> CompletableFuture.runAsync(() -> desk.escalate(id, handOver.conversationKey())))
                .toList();

        Assertions.assertThat(racing)
                .allSatisfy(job -> Assertions.assertThat(job).succeedsWithin(Duration.ofSeconds(20)));
        Assertions.assertThat(database.sql("select deadline from escalation where inquiry_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("first response", "resolution");
    }

    @Test
    void aCustomerMayWithdrawWhileAPersonHasTheCase() {
        var id = aCaseWithAPerson();
        theOpenTask();

        asCustomer(id).withdraw();

        theProcess().isCompleted().hasCompletedElements("Event_WithdrawalRecorded");
        assertThat(byElementId("Task_AnswerCustomer")).isCanceled();
        Assertions.assertThat(inquiries.get(id).outcome()).isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    void aFormCompletedForAWithdrawnCaseSaysNothingToTheCustomer() {
        var id = aCaseWithAPerson();
        var task = theOpenTask();
        var jam = theWayToTheEngineIsJammed();
        asCustomer(id).withdraw();

        completes(task);

        theProcess().isCompleted().hasCompletedElements("Event_WithdrawnMeanwhile");
        jam.ends();
        Assertions.assertThat(messagesBy(Author.PERSON, id)).isEmpty();
        Assertions.assertThat(inquiries.get(id).outcome()).isEqualTo(Outcome.WITHDRAWN);
    }

    private InquiryId aCaseWithAPerson() {
        theAssistantIsUnsure();
        return aCustomerAsks();
    }
}
