package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceAssert;
import io.camunda.process.test.api.assertions.ProcessInstanceSelectors;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tandem.desk.Tasks;
import org.tandem.desk.pool.Answer;
import org.tandem.desk.pool.Availability;
import org.tandem.desk.pool.Offer;
import org.tandem.desk.pool.Offer.State;
import org.tandem.desk.pool.OfferRound;
import org.tandem.desk.pool.Offers;
import org.tandem.desk.pool.ProfileForm;
import org.tandem.desk.pool.Profiles;
import org.tandem.desk.pool.Review;
import org.tandem.desk.pool.Reviews;
import org.tandem.desk.pool.allocation.Previous;
import org.tandem.desk.pool.allocation.Score;
import org.tandem.inquiry.InquiryId;
import org.tandem.privacy.PhoneNumber;

/** The pool on a real engine: offers of real tasks, and the task in which a person reviews a decision. */
class PoolOnEngineTest extends Journey {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    Tasks tasks;

    @Autowired
    Profiles profiles;

    @Autowired
    Availability availability;

    @Autowired
    OfferRound round;

    @Autowired
    Offers offers;

    @Autowired
    Reviews reviews;

    @BeforeEach
    void piaIsAvailable() {
        theAssistantIsUnsure();
        profiles.change("pia", new ProfileForm("STUDENT", "payments", "en", "1", "Europe/Stockholm"), "lea");
        availability.become("pia", true);
    }

    @AfterEach
    void everybodyGoesAway() {
        for (var agent : new String[] {"pia", "bo"}) {
            if (availability.of(agent).isPresent()) {
                availability.become(agent, false);
            }
        }
    }

    @Test
    void theSkillsThatTasksCanNeedAreReadFromTheDeployedTable() {
        assertThat(profiles.knownSkills())
                .contains("payments", "disputes", "care", "experienced", "general")
                .doesNotContain("language:");
    }

    @Test
    void whatIsAcceptedIsAssignedAndDone() {
        var inquiry = aCustomerAsks();
        var offer = offered();

        assertThat(offers.accept("pia", offer.id())).isEqualTo(new Answer.Done());

        var task = theOpenTask();
        assertThat(task.getUserTaskKey()).isEqualTo(offer.taskKey());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(holder(offer)).isEqualTo("pia"));
        completes(task);
        becomes(inquiry, org.tandem.inquiry.State.ANSWERED_BY_PERSON);
        timePasses(Duration.ofSeconds(20));
        becomes(offer, State.COMPLETED);
    }

    @Test
    void whatSomebodyClaimsElsewhereIsNotOfferedAnyMore() {
        aCustomerAsks();
        var offer = offered();

        engine.newAssignUserTaskCommand(offer.taskKey()).assignee("bo").send().join();

        becomes(offer, State.WITHDRAWN);
        assertThat(offers.accept("pia", offer.id())).isInstanceOf(Answer.TooLate.class);
        assertThat(theOpenTask().getAssignee()).isEqualTo("bo");
    }

    @Test
    void whoeverVanishesGivesTheTaskBack() {
        aCustomerAsks();
        var offer = offered();
        offers.accept("pia", offer.id());

        timePasses(Duration.ofMinutes(31));

        becomes(offer, State.ABANDONED);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(holder(offer)).isNull());
    }

    @Test
    void whatComesBackIsForEverybodyWhileItsAgentIsAway() {
        var inquiry = aCustomerAsks();
        var offer = offered();
        offers.accept("pia", offer.id());
        completes(theOpenTask());
        becomes(inquiry, org.tandem.inquiry.State.ANSWERED_BY_PERSON);
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");
        availability.become("pia", false);

        asCustomer(inquiry).judge(false);

        var again = theOpenTask();
        assertThat(again.getUserTaskKey()).isNotEqualTo(offer.taskKey());
        assertThat(again.getAssignee()).isNullOrEmpty();
    }

    @Test
    void whatComesBackIsOfferedToItsAgentFirstAndAloneAndThenToTheNext() {
        var inquiry = piaAnswers();
        boIsAvailable();

        asCustomer(inquiry).judge(false);

        assertThat(theOpenTask().getAssignee()).isNullOrEmpty();
        var again = offered();
        assertThat(offers.openOf("bo")).isEmpty();
        assertThat(again.why()).contains("You answered this customer before");
        assertThat(again.price()).isNotNull();
        assertThat(again.expiresAt()).isAfter(again.madeAt());
        var basis = offers.find(again.id()).orElseThrow().basis();
        assertThat(basis.previousAgent()).isEqualTo("pia");
        assertThat(basis.becauseBefore()).isTrue();
        assertThat(basis.others()).extracting(Score::agent).containsExactly("bo");

        assertThat(offers.decline("pia", again.id())).isEqualTo(new Answer.Done());

        var next = offered("bo");
        assertThat(next.taskKey()).isEqualTo(again.taskKey());
        assertThat(next.why()).contains("has said no to it");
        assertThat(offers.find(next.id()).orElseThrow().basis().previous()).isEqualTo(Previous.SAID_NO);
        assertThat(offers.accept("bo", next.id())).isEqualTo(new Answer.Done());
        completes(theOpenTask());
        becomes(inquiry, org.tandem.inquiry.State.ANSWERED_BY_PERSON);
    }

    @Test
    void aCallThatReachedNobodyIsOfferedToItsAgentFirst() {
        var inquiry = aCustomerAsks();
        theOpenTask();
        asCustomer(inquiry).askForCall(PhoneNumber.of("+44 20 7946 0018").orElseThrow());
        var call = theOpenCall();
        var offer = await().atMost(PATIENCE).until(this::offered, one -> one.taskKey() == call.getUserTaskKey());
        offers.accept("pia", offer.id());
        boIsAvailable();

        completes(call, Map.of("callResult", "NOT_REACHED"));

        var second =
                soon().until(this::theOpenCall, task -> !task.getUserTaskKey().equals(call.getUserTaskKey()));
        assertThat(second.getAssignee()).isNullOrEmpty();
        timePasses(Duration.ofSeconds(20));
        var again = await().atMost(PATIENCE).until(this::offered, one -> one.taskKey() == second.getUserTaskKey());
        assertThat(again.why()).contains("You answered this customer before");
        assertThat(offers.openOf("bo")).isEmpty();
        offers.accept("pia", again.id());
        asCustomer(inquiry).withdraw();
    }

    @Test
    void whatLacksSomethingGoesStraightBackToWhoeverWroteIt() {
        var inquiry = piaAnswers();
        asCustomer(inquiry).judge(false);
        var task = theOpenTask();
        engine.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee("bo")
                .send()
                .join();

        completes(task, Map.of("reply", "It is on its way."));

        var again =
                soon().until(this::theOpenTask, next -> !next.getUserTaskKey().equals(task.getUserTaskKey()));
        assertThat(again.getAssignee()).isEqualTo("bo");
    }

    @Test
    void aPersonReviewsADecisionAndNotTheOneWhoAsked() {
        reviews.ask("pia", null, "Why do others get more?");
        var task = theReviewTask();
        assertThat(task.getCandidateGroups()).containsExactly("team-leads");
        decides(task, "pia", Map.of("allocationDecision", "PUT_RIGHT", "allocationExplanation", "Of course."));

        var again = await().atMost(PATIENCE)
                .until(this::theReviewTask, next -> next.getUserTaskKey().longValue() != task.getUserTaskKey());
        assertThat(latestReview().decision()).isNull();
        timePasses(Duration.ofDays(2).plusSeconds(1));
        theAllocationReview().hasCompletedElements("Event_Raised").hasActiveElements("Task_ReviewAllocation");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(theReviewTask().getPriority()).isGreaterThan(again.getPriority()));
        decides(
                theReviewTask(),
                "lena",
                Map.of("allocationDecision", "STANDS", "allocationExplanation", "They waited longer."));

        theAllocationReview().isCompleted().hasCompletedElements("Event_DecisionRecorded");
        assertThat(latestReview().decision()).isEqualTo(Review.Decision.STANDS);
        assertThat(latestReview().decidedBy()).isEqualTo("lena");
    }

    private @Nullable String holder(Offer offer) {
        return tasks.get(offer.taskKey()).orElseThrow().assignee();
    }

    private Review latestReview() {
        return reviews.latestOf("pia", 1).getFirst();
    }

    private void decides(UserTask task, String who, Map<String, Object> filledIn) {
        engine.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee(who)
                .send()
                .join();
        completes(task, filledIn);
    }

    private InquiryId piaAnswers() {
        var inquiry = aCustomerAsks();
        var offer = offered();
        offers.accept("pia", offer.id());
        completes(theOpenTask());
        becomes(inquiry, org.tandem.inquiry.State.ANSWERED_BY_PERSON);
        thePersonsProcess().hasActiveElements("Gateway_AwaitVerdictOnPerson");
        timePasses(Duration.ofSeconds(20));
        becomes(offer, State.COMPLETED);
        return inquiry;
    }

    private void boIsAvailable() {
        profiles.change("bo", new ProfileForm("STUDENT", "payments", "en", "1", "Europe/Stockholm"), "lea");
        availability.become("bo", true);
    }

    private Offer offered() {
        return offered("pia");
    }

    private Offer offered(String agent) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            round.look();
                            return offers.openOf(agent);
                        },
                        open -> open.size() == 1)
                .getFirst();
    }

    private void becomes(Offer offer, State state) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            round.look();
            assertThat(offers.find(offer.id()).orElseThrow().offer().state()).isEqualTo(state);
        });
    }

    private ProcessInstanceAssert theAllocationReview() {
        return CamundaAssert.assertThat(ProcessInstanceSelectors.byProcessId("review-allocation"));
    }

    private UserTask theReviewTask() {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> engine.newUserTaskSearchRequest()
                                .filter(filter -> filter.elementId("Task_ReviewAllocation")
                                        .state(UserTaskState.CREATED))
                                .send()
                                .join()
                                .items(),
                        tasks -> tasks.size() == 1)
                .getFirst();
    }
}
