package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import io.camunda.client.api.search.response.UserTask;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceSelectors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.TopicClass;
import org.tandem.assistant.TopicScore;
import org.tandem.assistant.Understanding;
import org.tandem.desk.levels.Looks;
import org.tandem.desk.levels.Unrouted;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.Channel;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.NewInquiry;
import org.tandem.privacy.PhoneNumber;

/** What is promised to customers and to the law: what happens before it is broken, when it is, and until somebody has decided. */
class ServiceLevelsTest extends PromiseJourney {

    /** Of which only the agent knows, who has not finished with it. */
    private static final Map<String, Object> COMPLAINT = Map.of(
            "customerComplains",
            true,
            "complaintReply",
            "NOT_YET",
            "followUpOn",
            LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
            "followUpNote",
            "Has the shop paid?");

    @Test
    void anAnswerThatIsLateIsWorkForTeamLeadsUntilItIsGiven() {
        var id = aCaseWithAPerson();
        timePassesUntil(handOver(id).firstResponseDue());

        var decision = theDecision(id);
        assertThat(decision.getCandidateGroups()).containsExactly("team-leads");
        thePersonsProcess().hasCompletedElements("Event_PriorityRaised", "Event_Escalated");
        assertThat(deadlinesNoted(id)).containsExactly("first response");

        anAgentAnswers(id, "anna");
        theEscalation(decision).isCompleted().hasCompletedElements("Event_AnsweredMeanwhile");
    }

    @Test
    void aTeamLeadGivesTheCaseToSomebodyAndIsAskedAgainForWhatIsMissing() {
        var id = aCaseWithAPerson();
        timePassesUntil(handOver(id).firstResponseDue());
        var first = theDecision(id);
        timePasses(Duration.ofHours(1).plusSeconds(1));
        theEscalation(first).hasCompletedElements("Event_Raised");

        decides(first, Map.of("escalationDecision", "REASSIGN", "assignTo", " "));
        var again = await().atMost(PATIENCE)
                .until(() -> theDecision(id), next -> next.getUserTaskKey().longValue() != first.getUserTaskKey());
        decides(again, Map.of("escalationDecision", "REASSIGN", "assignTo", "berta"));

        theEscalation(first).isCompleted().hasCompletedElements("Event_DecisionRecorded");
        await().atMost(PATIENCE)
                .pollInSameThread()
                .untilAsserted(() -> assertThat(theOpenTask().getAssignee()).isEqualTo("berta"));
        assertThat(database.sql("select lead from steering_record where new_value = 'berta'")
                        .query(String.class)
                        .list())
                .contains("lena");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.sql(
                                        "select agent from pay_entry where inquiry_id = ? and price_row like 'escalation%'")
                                .param(id.value())
                                .query(String.class)
                                .list())
                        .containsExactly("lena"));
    }

    @Test
    void aNewTimeIsToldToTheCustomerAndKeptTrackOf() {
        var id = aCaseWithAPerson();
        timePassesUntil(handOver(id).firstResponseDue());
        var due = clock.instant().plus(Duration.ofHours(5)).truncatedTo(ChronoUnit.SECONDS);

        var decision = theDecision(id);
        decides(
                decision,
                Map.of(
                        "escalationDecision", "NEW_TIME",
                        "newTime", due.atOffset(ZoneOffset.ofHours(1)).toString(),
                        "tellCustomer", "We are sorry, it takes until tonight."));

        theEscalation(decision).isCompleted();
        assertThat(messagesBy(Author.SYSTEM, id))
                .extracting(message -> message.text())
                .contains("We are sorry, it takes until tonight.");
        assertThat(handOver(id).firstResponseDue()).isEqualTo(due);

        timePassesUntil(due);
        Looks.now(application);
        assertThat(deadlinesNoted(id)).contains("new time " + due);
        assertThat(variablesOf(theDecision(id)))
                .containsEntry("escalatedDeadline", "\"new time\"")
                .hasEntrySatisfying("escalatedDue", when -> assertThat(when).endsWith(zoneOf(due) + "\""));
    }

    @Test
    void whileWeWaitForTheCustomerTheClockOfTheSolutionStandsStill() {
        var id = aCaseWithAPerson();
        theOpenTask();
        var promised = handOver(id);
        anAgentAnswers(id, "anna");
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");
        var answered = messagesBy(Author.PERSON, id).getFirst().at();

        timePasses(Duration.ofDays(2));
        asCustomer(id).write("It is still not there.");
        theOpenTask();

        var wrote = messagesBy(Author.CUSTOMER, id).getLast().at();
        var left = united().between(answered, promised.resolutionDue());
        assertThat(left).isPositive();
        assertThat(united().between(wrote, handOver(id).resolutionDue())).isEqualTo(left);
        assertThat(database.sql("select stop_reason from deadline where inquiry_id = ? and resumed_at is not null")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("waiting for the customer");
    }

    @Test
    void aComplaintHasTheClockOfTheLawOverAllItsMonths() {
        doReturn(complaint()).when(assistant).attempt(any());
        var id = aCustomerAsks();
        theOpenTask();
        assertThat(messagesBy(Author.SYSTEM, id).getFirst().text())
                .contains("We treat this as a complaint.", "15 business days", "35 business days");

        var received = inquiries.get(id).receivedAt();
        for (int days : new int[] {3, 15, 35}) {
            timePassesUntil(united().closeOfBusinessDay(received, days));
            Looks.now(application);
        }

        assertThat(deadlinesNoted(id))
                .containsExactlyInAnyOrder(
                        "first response", "resolution", "complaint, answer", "complaint, final response");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(decisions(id)).hasSize(4));
    }

    @Test
    void aComplaintThatIsNotSettledComesBackBeforeItsDayAndIsRaisedAtOnce() {
        doReturn(complaint()).when(assistant).attempt(any());
        var id = aCustomerAsks();
        theOpenTask();
        anAgentAnswers(id, "anna", with(COMPLETE, COMPLAINT));
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");

        timePassesUntil(united().closeOfBusinessDay(inquiries.get(id).receivedAt(), 12));

        soon().untilAsserted(() -> assertThat(inquiries.get(id).handOvers()).hasSize(2));
        thePersonsProcess().hasCompletedElements("Event_PriorityRaised");
        soon().untilAsserted(() -> assertThat(theOpenTask().getPriority()).isGreaterThanOrEqualTo(75));
        assertThat(handOver(id).firstResponseDue()).isAfter(clock.instant());
        assertThat(deadlinesNoted(id)).isEmpty();
    }

    @Test
    void aCallAboutAComplaintThatIsTriedAgainIsRaisedBeforeTheDayOfTheLaw() {
        doReturn(complaint()).when(assistant).attempt(any());
        var id = aCustomerAsks();
        theOpenTask();
        var received = inquiries.get(id).receivedAt();
        timePassesUntil(united().closeOfBusinessDay(received, 8));
        asCustomer(id).askForCall(PhoneNumber.of("+44 20 7946 0018").orElseThrow());
        var again = united().closeOfBusinessDay(received, 14);
        var first = theOpenCall();
        completes(first, Map.of("callResult", "NOT_REACHED", "nextCallAt", again.toString()));
        soon().until(this::theOpenCall, task -> !task.getUserTaskKey().equals(first.getUserTaskKey()));
        theCall().hasCompletedElement("Event_PriorityRaised", 1).hasVariable("callAgainAt", again.toString());

        timePassesUntil(united().closeOfBusinessDay(received, 12));

        assertThat(clock.instant()).isBefore(again);
        theCall().hasCompletedElement("Event_PriorityRaised", 2);
    }

    @Test
    void aComplaintThatOnlyTheAgentNoticesHasItsClockFromWhenItWasReceived() {
        var id = aCaseWithAPerson();
        timePasses(Duration.ofDays(4));

        anAgentAnswers(id, "anna", with(COMPLETE, COMPLAINT));

        thePersonsProcess().hasCompletedElements("Task_StartComplaintClock");
        var received = inquiries.get(id).receivedAt();
        assertThat(complaintDates(id))
                .containsExactly(
                        united().closeOfBusinessDay(received, 3),
                        united().closeOfBusinessDay(received, 15),
                        united().closeOfBusinessDay(received, 35));
        assertThat(messagesBy(Author.SYSTEM, id).getLast().text())
                .startsWith("We treat this as a complaint.")
                .contains("within 15 business days");

        asCustomer(id).write("I still want to complain.");
        soon().untilAsserted(() -> assertThat(inquiries.get(id).handOvers()).hasSize(2));
        theOpenTask();
        anAgentAnswers(id, "anna", with(COMPLETE, COMPLAINT));
        soon().untilAsserted(() -> thePersonsProcess().hasCompletedElement("Task_StartComplaintClock", 2));
        assertThat(complaintDates(id)).hasSize(3);
        assertThat(messagesBy(Author.SYSTEM, id))
                .filteredOn(message -> message.text().contains("We treat this as a complaint"))
                .hasSize(1);
    }

    @Test
    void whatTheLawGivesFollowsTheTopicThatTheAgentChose() {
        var id = aCaseWithAPerson();

        anAgentAnswers(id, "anna", with(with(COMPLETE, COMPLAINT), Map.of("topic", "credit-check")));

        thePersonsProcess().hasCompletedElements("Task_StartComplaintClock");
        assertThat(messagesBy(Author.SYSTEM, id).getLast().text()).contains("give us eight weeks");
    }

    @Test
    void whoSaysThatItIsAComplaintGetsAPersonAndTheTimeOfTheLawWithoutTheAi() {
        theAssistantIsSure();
        var customer = new Customer("Robin Example", UUID.randomUUID() + "@customer.example");

        var id = inquiries
                .open(new NewInquiry("You took my money twice.", customer, "en", Channel.WEB, true), null)
                .id();

        theOpenTask();
        assertThat(messagesBy(Author.AI, id)).isEmpty();
        assertThat(messagesBy(Author.SYSTEM, id).getFirst().text())
                .contains("takes it over", "We treat this as a complaint.", "15 business days");
        assertThat(complaintDates(id))
                .first()
                .isEqualTo(united().closeOfBusinessDay(inquiries.get(id).receivedAt(), 3));
    }

    @Test
    void whatPassesWhileTheEngineHearsNothingIsNotedAllTheSame() {
        var id = aCaseWithAPerson();
        theOpenTask();
        var due = handOver(id).firstResponseDue();
        var jam = theWayToTheEngineIsJammed();
        timePassesUntil(due);

        Looks.now(application);

        assertThat(deadlinesNoted(id)).containsExactly("first response");
        jam.ends();
        theDecision(id);
        assertThat(deadlinesNoted(id)).containsExactly("first response");
    }

    @Test
    void whoReachesNobodyIsNotSilentlyLate() {
        theAssistantIsUnsure();
        var jam = theWayToTheEngineIsJammed();
        var id = aCustomerAsks();

        timePasses(Duration.ofMinutes(15).plusSeconds(1));
        Looks.now(application);

        assertThat(deadlinesNoted(id)).containsExactly("reaching the desk");
        assertThat(application.getBean(Unrouted.class).cases())
                .extracting(Unrouted.Case::number)
                .contains(inquiries.get(id).number());
        jam.ends();
        theOpenTask();
        assertThat(application.getBean(Unrouted.class).cases())
                .extracting(Unrouted.Case::number)
                .doesNotContain(inquiries.get(id).number());
        soon().untilAsserted(() -> assertThat(decisions(id)).isEmpty());
    }

    private String zoneOf(Instant moment) {
        return united().zone().getRules().isDaylightSavings(moment) ? " BST" : " GMT";
    }

    private static Map<String, Object> with(Map<String, Object> answer, Map<String, Object> fields) {
        var more = new HashMap<>(answer);
        more.putAll(fields);
        return more;
    }

    private List<Instant> complaintDates(InquiryId id) {
        return database.sql(
                        "select due_at from deadline where inquiry_id = ? and kind like 'COMPLAINT%' order by due_at")
                .param(id.value())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    private static Attempt complaint() {
        var topic = new TopicScore("complaint", "Complaint", TopicClass.SENSITIVE, true, 0.9);
        var understanding =
                new Understanding("en", true, List.of(topic), List.of(topic), Set.of("complaint"), Map.of());
        return new Attempt.Unsure(understanding, "A complaint.", null, "test-model");
    }

    private void decides(UserTask task, Map<String, Object> filledIn) {
        engine.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee("lena")
                .send()
                .join();
        completes(task, filledIn);
    }

    private static ProcessInstanceAssert theEscalation(UserTask decision) {
        return CamundaAssert.assertThat(ProcessInstanceSelectors.byKey(decision.getProcessInstanceKey()));
    }
}
