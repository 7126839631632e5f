package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doThrow;

import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.desk.ReviewedAnswers;
import org.tandem.desk.pay.SecondOpinions;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;
import org.tandem.inquiry.UnknownInquiry;

/** Answers that reviewers look at, here those that customers rate low. */
class ReviewsTest extends Journey {

    private static final Map<String, Object> RIGHT =
            Map.of("right", "yes", "polite", "yes", "complete", "yes", "personNeeded", "no");
    private static final Map<String, Object> WITHOUT_PERSON =
            Map.of("right", "yes", "polite", "yes", "complete", "yes");
    private static final Map<String, Object> WRONG = Map.of(
            "right",
            "no",
            "polite",
            "yes",
            "complete",
            "yes",
            "personNeeded",
            "no",
            "correction",
            "yes",
            "note",
            "It takes 14 days.");

    @Autowired
    JdbcClient database;

    @Autowired
    SecondOpinions opinions;

    @Autowired
    ReviewedAnswers reviewed;

    @Test
    void anAnswerThatTheCustomerRatesLowIsReviewedOnce() {
        var id = anAnswerIsRatedLow();

        var task = theOpenReview();
        assertThat(task.getCandidateGroups()).containsExactly("reviewers");
        assertThat(task.getDueDate()).isNotNull();
        reviews(task, "rita", RIGHT);

        theReview().isCompleted().hasCompletedElements("Event_Reviewed");
        assertThat(reviewsOf(id)).isEqualTo(1);
        assertThat(inquiries.get(id).state()).isEqualTo(State.AI_ANSWERED);
    }

    @Test
    void aReviewThatLacksSomethingComesBackWithTheReasonAndWhatWasFilledIn() {
        var id = anAnswerIsRatedLow();
        var first = theOpenReview();
        reviews(first, "rita", Map.of("right", "no", "polite", "yes", "complete", "perhaps"));

        var second = theReviewAfter(first);
        assertThat(reviewsOf(id)).isZero();
        theReview()
                .hasNoActiveIncidents()
                .hasVariableSatisfies(
                        "returnedBecause",
                        String.class,
                        why -> assertThat(why)
                                .contains("\"Is it complete?\"", "\"What was wrong or missing?\" is missing"));
        assertThat(seenBy(second, "polite")).isEqualTo("\"yes\"");

        completes(second, RIGHT);
        var third = theReviewAfter(second);
        theReview()
                .hasVariableSatisfies(
                        "returnedBecause",
                        String.class,
                        why -> assertThat(why).startsWith("It is not known who reviewed this"));

        reviews(third, "rita", RIGHT);
        theReview().isCompleted();
        assertThat(reviewsOf(id)).isEqualTo(1);
    }

    @Test
    void theSecondReviewIsSomebodyElsesAndDoesNotShowTheFirst() {
        var id = anAnswerIsRatedLow("update audit set twice = true");
        var first = theOpenReview();
        reviews(first, "rita", RIGHT);

        var second = theReviewAfter(first);
        assertThat(seenBy(second, "notFor")).isEqualTo("[\"rita\"]");
        assertThat(seenBy(second, "right")).isEqualTo("null");
        reviews(second, "rita", WRONG);

        var third = theReviewAfter(second);
        theReview()
                .hasVariableSatisfies(
                        "returnedBecause",
                        String.class,
                        why -> assertThat(why).startsWith("You have reviewed this answer already"));
        assertThat(reviewsOf(id)).isEqualTo(1);

        var number = inquiries.get(id).number();
        assertThat(opinionsOn("rita", number)).isEmpty();
        var wrongButLeaveIt = new HashMap<>(WRONG);
        wrongButLeaveIt.put("correction", "no");
        reviews(third, "sam", wrongButLeaveIt);
        theReview().isCompleted();
        assertThat(reviewsOf(id)).isEqualTo(2);
        assertThat(opinionsOn("rita", number))
                .containsExactly(new SecondOpinions.Opinion(number, true, false, "It takes 14 days."));
        assertThat(opinionsOn("sam", number)).containsExactly(new SecondOpinions.Opinion(number, false, true, null));
        await().untilAsserted(() -> assertThat(
                        database.sql("""
                                select agent from pay_entry where inquiry_id = ? and price_row like 'review%'
                                """).param(id.value()).query(String.class).list())
                .containsExactlyInAnyOrder("rita", "sam"));
    }

    @Test
    void whenNobodyReviewsInTimeTeamLeadsMayToo() {
        anAnswerIsRatedLow();
        var task = theOpenReview();

        timePasses(Duration.ofDays(3).plusSeconds(1));

        theReview().hasCompletedElements("Event_LeadsInformed");
        await().untilAsserted(() -> {
            var offered =
                    engine.newUserTaskGetRequest(task.getUserTaskKey()).send().join();
            assertThat(offered.getCandidateGroups()).containsExactlyInAnyOrder("reviewers", "team-leads");
            assertThat(offered.getPriority()).isEqualTo(100);
        });
        reviews(task, "lena", RIGHT);
        theReview().isCompleted();
    }

    @Test
    void anAnswerIsReviewedAlsoIfTheCustomerWithdrawsAndNobodyWritesToThem() {
        var id = anAnswerIsRatedLow();
        var task = theOpenReview();

        asCustomer(id).withdraw();
        becomes(id, State.WITHDRAWN);
        theProcess().isCompleted();
        var said = inquiries.get(id).messages().size();
        reviews(task, "rita", WRONG);

        theReview().isCompleted().hasCompletedElements("Event_Reviewed");
        assertThat(reviewsOf(id)).isEqualTo(1);
        soon().untilAsserted(() -> assertThat(
                        countOf("outcome where truth = 'WRONG' and source = 'audit' and inquiry_id = ?", id))
                .isEqualTo(1));
        assertThat(inquiries.get(id).state()).isEqualTo(State.WITHDRAWN);
        assertThat(inquiries.get(id).messages()).hasSize(said);
    }

    @Test
    void anAnswerIsReviewedAlsoIfTheCustomerWithdrewBeforeAnybodyWasAsked() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);
        var jam = theWayToTheEngineIsJammed();
        asCustomer(id).rate(1, null);
        await().until(() -> countOf("audit where inquiry_id = ? and requested_at is not null", id) == 1);
        asCustomer(id).withdraw();
        jam.ends();

        var task = theOpenReview();
        assertThat(seenBy(task, "review")).contains(ANSWER);
        reviews(task, "rita", RIGHT);

        theReview().isCompleted();
        assertThat(reviewsOf(id)).isEqualTo(1);
    }

    @Test
    void thereIsNothingToReviewOfACaseThatIsGone() {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);
        await().until(() -> countOf("audit where inquiry_id = ? and answered_at is not null", id) == 1);
        doThrow(UnknownInquiry.class).when(inquiries).get(id);
        asCustomer(id).rate(1, null);

        theReview().isCompleted().hasCompletedElements("Event_NothingToReview");
    }

    @Test
    void aWrongAnswerGoesToAPersonWhoReadsWhyAndTheCustomerIsTold() {
        var id = anAnswerIsRatedLow();

        reviews(theOpenReview(), "rita", WRONG);

        aPersonIsToCorrect(id);
        thePersonsProcess()
                .hasVariableSatisfies(
                        "brief",
                        Map.class,
                        brief -> assertThat(String.valueOf(brief.get("why")))
                                .contains("put it right", "It takes 14 days."));
        anAgentAnswers(id, "anna");
    }

    @Test
    void aReviewerWhoSaysWhatTheCustomerAskedAboutTeachesItToTheAi() {
        var id = anAnswerIsRatedLow("delete from learned_example");
        var review = new HashMap<>(WRONG);
        review.put("correction", "no");
        review.put("askedAbout", "none");

        reviews(theOpenReview(), "rita", review);

        theReview().isCompleted();
        await().untilAsserted(() -> assertThat(
                        database.sql("select topic, is_topic, origin from learned_example where inquiry_id = ?")
                                .param(id.value())
                                .query()
                                .listOfRows())
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsEntry("topic", "")
                .containsEntry("is_topic", true)
                .containsEntry("origin", "AUDIT"));
    }

    @Test
    void aWrongAnswerIsPutRightAlsoWhenTheCustomerHadCalledItSolved() {
        var id = anAnswerIsRatedLow();
        asCustomer(id).judge(true);
        theFeedbackProcess().hasActiveElements("Gateway_AwaitCustomer");

        reviews(theOpenReview(), "rita", WRONG);

        aPersonIsToCorrect(id);
    }

    @Test
    void aWrongAnswerIsPutRightAlsoAfterTheEndOfTheCase() {
        var id = anAnswerIsRatedLow();
        asCustomer(id).judge(true);
        theFeedbackProcess().hasActiveElements("Gateway_AwaitCustomer");
        timePasses(FEEDBACK_WINDOW);
        await().until(() -> inquiries.get(id).closed());

        reviews(theOpenReview(), "rita", WRONG);

        aPersonIsToCorrect(id);
    }

    @Test
    void anAnswerOfAPersonIsReviewedBySomebodyElseAndTheyReadWhatWasSaid() {
        var id = anAnswerOfAPersonIsRatedLow();
        var first = theOpenReview();
        assertThat(seenBy(first, "notFor")).isEqualTo("[\"anna\"]");
        reviews(first, "anna", WITHOUT_PERSON);

        var second = theReviewAfter(first);
        theReview().hasVariable("returnedBecause", "This is your own answer: somebody else has to review it.");
        assertThat(reviewsOf(id)).isZero();
        var wrong = new HashMap<>(WITHOUT_PERSON);
        wrong.putAll(Map.of("right", "no", "note", "It takes 14 days.", "correction", "no"));
        reviews(second, "rita", wrong);

        theReview().isCompleted().hasCompletedElements("Event_Reviewed");
        var number = inquiries.get(id).number();
        assertThat(reviewed.of("anna", 100))
                .filteredOn(said -> said.number().equals(number))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.verdict()).isEqualTo("Wrong");
                    assertThat(said.note()).isEqualTo("It takes 14 days.");
                });
        assertThat(reviewed.people()).contains("anna").doesNotContain("rita");
        assertThat(inquiries.get(id).state()).isEqualTo(State.ANSWERED_BY_PERSON);
    }

    @Test
    void whatIsSaidOfAPersonsAnswerNeitherTeachesTheAiNorGuardsIt() {
        var id = anAnswerOfAPersonIsRatedLow("update audit set drawn = true, chance = 1, equal_chance = true");
        var wrong = new HashMap<>(WITHOUT_PERSON);
        wrong.putAll(Map.of("right", "no", "note", "It takes 14 days.", "correction", "no", "askedAbout", "none"));
        reviews(theOpenReview(), "rita", wrong);

        theReview().isCompleted();
        soon().untilAsserted(() -> assertThat(countOf(
                        "case_figures where answered_by = 'PERSON' and audited_wrong and audit_drawn = 1 and inquiry_id = ?",
                        id))
                .isEqualTo(1));
        assertThat(countOf("learned_example where origin = 'AUDIT' and inquiry_id = ?", id))
                .isZero();
        assertThat(countOf("outcome_evidence where source = 'audit' and inquiry_id = ?", id))
                .isZero();
        assertThat(countOf("quality_decision where label_source = 'audit' and inquiry_id = ?", id))
                .isZero();
        assertThat(database.sql(
                                "select count(*) from guardrail_observation where measure = 'WRONG' and seen_key like ?")
                        .param(id + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aWrongAnswerOfAPersonGoesBackToThemAndTheCustomerIsTold() {
        var id = anAnswerOfAPersonIsRatedLow();
        var wrong = new HashMap<>(WITHOUT_PERSON);
        wrong.putAll(Map.of("right", "no", "note", "It takes 14 days.", "correction", "yes"));

        reviews(theOpenReview(), "rita", wrong);

        aPersonIsToCorrect(id);
        assertThat(theOpenTask().getAssignee()).isEqualTo("anna");
        anAgentAnswers(id, "anna");
    }

    private InquiryId anAnswerOfAPersonIsRatedLow(String... before) {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        anAgentAnswers(id, "anna");
        return isRatedLow(id, before);
    }

    private int countOf(String rows, InquiryId id) {
        return database.sql("select count(*) from " + rows)
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private InquiryId anAnswerIsRatedLow(String... before) {
        theAssistantIsSure();
        var id = aCustomerAsks();
        theAiAnswers(id);
        return isRatedLow(id, before);
    }

    private InquiryId isRatedLow(InquiryId id, String... before) {
        await().until(() -> countOf("audit where inquiry_id = ? and answered_at is not null", id) == 1);
        for (var sql : before) {
            database.sql(sql).update();
        }
        asCustomer(id).rate(1, null);
        return id;
    }

    private void aPersonIsToCorrect(InquiryId id) {
        theOpenTask();
        var file = becomes(id, State.WITH_PERSON);
        assertThat(file.handOvers().getLast().reason()).isEqualTo(HandOverReason.ANSWER_WRONG);
        assertThat(messagesBy(Author.SYSTEM, id))
                .anySatisfy(message -> assertThat(message.text()).contains("it was not right"));
        theReview().isCompleted();
    }

    private UserTask theOpenReview() {
        return theReviewAfter(null);
    }

    private UserTask theReviewAfter(@Nullable UserTask before) {
        return await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> engine
                                .newUserTaskSearchRequest()
                                .filter(filter ->
                                        filter.elementId("Task_ReviewAnswer").state(UserTaskState.CREATED))
                                .send()
                                .join()
                                .items()
                                .stream()
                                .filter(task ->
                                        before == null || !task.getUserTaskKey().equals(before.getUserTaskKey()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void reviews(UserTask task, String who, Map<String, Object> review) {
        engine.newAssignUserTaskCommand(task.getUserTaskKey())
                .assignee(who)
                .send()
                .join();
        completes(task, review);
    }

    private List<SecondOpinions.Opinion> opinionsOn(String reviewer, String number) {
        return opinions.on(reviewer, Instant.EPOCH, Instant.now().plus(Duration.ofDays(4_000))).stream()
                .filter(opinion -> opinion.number().equals(number))
                .toList();
    }

    private int reviewsOf(InquiryId id) {
        return database.sql("select count(*) from audit_review where conversation_key like ?")
                .param(id + ":%")
                .query(Integer.class)
                .single();
    }

    private String seenBy(UserTask task, String variable) {
        return engine.newUserTaskVariableSearchRequest(task.getUserTaskKey())
                .filter(filter -> filter.name(variable))
                .send()
                .join()
                .items()
                .getFirst()
                .getValue();
    }
}
