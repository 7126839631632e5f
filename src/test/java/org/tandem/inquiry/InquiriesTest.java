package org.tandem.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.inquiry.Cases.LATE_PARCEL;
import static org.tandem.inquiry.Cases.answer;
import static org.tandem.inquiry.Cases.attempt;
import static org.tandem.inquiry.Cases.decision;
import static org.tandem.inquiry.Cases.handOver;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

@InquiryModuleTest
class InquiriesTest {

    private final Inquiries inquiries;
    private final SessionFactory sessions;
    private final JdbcClient database;

    @Autowired
    InquiriesTest(Inquiries inquiries, EntityManagerFactory entities, JdbcClient database) {
        this.database = database;
        this.inquiries = inquiries;
        this.sessions = entities.unwrap(SessionFactory.class);
    }

    @Test
    void anInquiryIsStoredAndAnnouncedWithoutPersonalData(AssertablePublishedEvents events) {
        var receipt = inquiries.open(LATE_PARCEL, null);

        var file = inquiries.get(receipt.id());
        assertThat(file.number())
                .isEqualTo(receipt.number())
                .satisfies(it -> assertThat(CaseNumber.isValid(it)).isTrue());
        assertThat(file.state()).isEqualTo(State.RECEIVED);
        assertThat(file.customer()).isEqualTo(LATE_PARCEL.customer());
        assertThat(file.messages()).extracting(Message::text).containsExactly("Where is my parcel?");
        assertThat(events.ofType(InquiryEvent.Received.class)
                        .matching(event -> event.inquiryId().equals(receipt.id())))
                .singleElement()
                .asString()
                .contains(receipt.number(), file.conversationKey())
                .doesNotContain("Ada", "parcel");
    }

    @Test
    void theOtherCasesOfACustomerAreToldByWhatTheyWereAbout() {
        var customer = new Customer("Ada Example", UUID.randomUUID() + "@example.org");
        var first = inquiries.open(new NewInquiry("Where is my parcel?", customer, "en"), null);
        inquiries.keepAttempt(first.id(), attempt(inquiries.get(first.id()).conversationKey(), 1, null));
        var second = inquiries.open(new NewInquiry("And my refund?", customer, "en"), null);

        assertThat(inquiries.othersOf(inquiries.get(second.id()), 5))
                .singleElement()
                .satisfies(earlier -> {
                    assertThat(earlier.number()).isEqualTo(first.number());
                    assertThat(earlier.state()).isEqualTo(State.RECEIVED);
                    assertThat(earlier.topicTitle()).isEqualTo("My parcel is late");
                });
    }

    @Test
    void whoWaitsIsToldEachChangeOfTheWaitOnceAndNothingAfterAnAnswer() {
        var id = open("Where is my parcel?", UUID.randomUUID() + "@example.org");
        var key = inquiries.takeToPerson(id, inquiries.get(id).conversationKey(), HandOverReason.GATE, null);
        inquiries.handOver(id, handOver(key, HandOverReason.GATE));
        var longer = new Expectation(3, Duration.ofMinutes(40), Duration.ofMinutes(90));
        assertThat(new Waits(database).now())
                .filteredOn(waiting -> waiting.inquiry().equals(id))
                .singleElement()
                .extracting(Waits.Waiting::conversationKey)
                .isEqualTo(key);

        inquiries.waitChanged(id, key, 1, longer);
        inquiries.waitChanged(id, key, 1, longer);
        inquiries.waitChanged(id, "another stretch", 2, longer);

        assertThat(inquiries.get(id).messages())
                .filteredOn(message -> message.text().startsWith("It takes longer"))
                .singleElement()
                .extracting(Message::text)
                .isEqualTo(
                        "It takes longer than we told you, and we are sorry. Half of the customers in this place have an"
                                + " answer within 40 minutes, nine in ten within 2 hours. You need not do anything: your place in"
                                + " the queue stays yours.");
        inquiries.answerByPerson(id, answer("It arrives tomorrow."), key);
        var said = inquiries.get(id).messages().size();
        inquiries.waitChanged(id, key, 2, longer);
        assertThat(inquiries.get(id).messages()).hasSize(said);
        assertThat(new Waits(database).now())
                .noneMatch(waiting -> waiting.inquiry().equals(id));
    }

    @Test
    void theWholeStoryIsThereWhenReadAgain() {
        var id = open("Where is my parcel?", UUID.randomUUID() + "@example.org");
        var key = inquiries.get(id).conversationKey();
        var attempt = attempt(key, 1, "Parcels take three days.");
        var decision = decision(key, "AI_ANSWER");
        inquiries.keepAttempt(id, attempt);
        inquiries.answerByAi(id, decision);
        inquiries.verdict(id, false, null);
        var secondKey =
                inquiries.takeToPerson(id, inquiries.get(id).conversationKey(), HandOverReason.NOT_SOLVED, null);
        var handOver = handOver(secondKey, HandOverReason.NOT_SOLVED);
        inquiries.handOver(id, handOver);
        inquiries.recordAgent(id, secondKey, "demo");
        inquiries.answerByPerson(id, answer("It arrives tomorrow."), secondKey);
        inquiries.verdict(id, true, null);
        inquiries.resolve(id, null, Outcome.SOLVED_BY_PERSON);

        assertThat(inquiries.solvedByPeople("parcel-late", 1))
                .extracting(SolvedCase::reply)
                .containsExactly("It arrives tomorrow.");
        assertThat(inquiries.solvedByPeople("something-else", 1)).isEmpty();
        inquiries.rate(id, 5, "Kind", null);
        inquiries.close(id, null, Outcome.SOLVED_BY_PERSON);

        var file = inquiries.get(id);
        assertThat(file.attempts()).containsExactly(attempt);
        assertThat(file.decisions()).containsExactly(decision);
        assertThat(file.handOvers()).containsExactly(handOver.takenBy("demo"));
        assertThat(file.messages())
                .extracting(Message::author)
                .containsExactly(Author.CUSTOMER, Author.AI, Author.SYSTEM, Author.PERSON, Author.SYSTEM);
        assertThat(file.messages().get(1).sources()).isEqualTo(attempt.sources());
        assertThat(file.state()).isEqualTo(State.RESOLVED);
        assertThat(file.closed()).isTrue();
        assertThat(file.outcome()).isEqualTo(Outcome.SOLVED_BY_PERSON);
        assertThat(file.rating())
                .satisfies(rating -> assertThat(rating.comment()).isEqualTo("Kind"));
        assertThat(file.repeatContacts()).isEqualTo(1);
    }

    @Test
    void aCustomerIsAskedForARatingOnceWithinThirtyDaysInWhateverCase() {
        var email = UUID.randomUUID() + "@example.org";

        assertThat(wordsAtTheEndOf(email)).contains("How satisfied");
        assertThat(wordsAtTheEndOf(email)).isEqualTo("Good that this is solved.");

        database.sql("update inquiry set rating_asked_at = ? where customer_email = ? and rating_asked_at is not null")
                .params(Timestamp.from(Instant.now().minus(Duration.ofDays(31))), email)
                .update();
        assertThat(wordsAtTheEndOf(email)).contains("How satisfied");
    }

    @Test
    void eachChangeOfARatingIsKept() {
        var id = solvedByAi(UUID.randomUUID() + "@example.org");

        inquiries.rate(id, 2, "Slow", null);
        inquiries.rate(id, 2, "Slow", null);
        inquiries.rate(id, 5, null, null);

        assertThat(inquiries.get(id).rating())
                .satisfies(rating -> assertThat(rating.score()).isEqualTo(5));
        assertThat(database.sql("select rating_score from inquiry_rating where inquiry_id = ? order by position")
                        .param(id.value())
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 5);
    }

    @Test
    void whatWasClosedAndAnsweredLongAgoCannotBeRated() {
        var id = solvedByAi(UUID.randomUUID() + "@example.org");
        inquiries.close(id, null, Outcome.SOLVED_BY_AI);
        inquiries.rate(id, 5, null, null);
        database.sql("update inquiry set answered_at = ? where id = ?")
                .params(Timestamp.from(Instant.now().minus(Duration.ofDays(31))), id.value())
                .update();

        assertThatThrownBy(() -> inquiries.rate(id, 1, null, null)).isInstanceOf(RatingTooLate.class);
        assertThat(inquiries.get(id).rating())
                .satisfies(rating -> assertThat(rating.score()).isEqualTo(5));
    }

    private String wordsAtTheEndOf(String email) {
        return inquiries.get(solvedByAi(email)).messages().getLast().text();
    }

    private InquiryId solvedByAi(String email) {
        var id = open("Where is my parcel?", email);
        inquiries.keepAttempt(id, attempt(id + ":1", 1, "Parcels take three days."));
        inquiries.answerByAi(id, decision(id + ":1", "AI_ANSWER"));
        inquiries.verdict(id, true, null);
        inquiries.resolve(id, null, Outcome.SOLVED_BY_AI);
        return id;
    }

    @Test
    void theSameRequestGivesTheSameReceiptAndAnotherContentIsAConflict() {
        var key = UUID.randomUUID().toString();
        var first = inquiries.open(LATE_PARCEL, key);

        assertThat(inquiries.open(LATE_PARCEL, key)).isEqualTo(first);
        var other = new NewInquiry("Something else", LATE_PARCEL.customer(), "en");
        assertThatThrownBy(() -> inquiries.open(other, key)).isInstanceOf(IdempotencyConflict.class);
    }

    @RepeatedTest(5)
    void theSameRequestAtTheSameMomentIsOneInquiry() throws Exception {
        var key = UUID.randomUUID().toString();

        var receipts = atOnce(4, () -> inquiries.open(LATE_PARCEL, key));

        assertThat(receipts).containsOnly(receipts.getFirst());
    }

    /** Whoever is first wins, and the other one's effect fits: never an AI answer after a person was asked for. */
    @RepeatedTest(30)
    void aPersonRequestAndAnAiAnswerAtTheSameMomentHaveOneConsistentOutcome() throws Exception {
        var id = inquiries.open(LATE_PARCEL, null).id();
        var key = inquiries.get(id).conversationKey();
        inquiries.keepAttempt(id, attempt(key, 1, "Parcels take three days."));

        var results = atOnce(
                () -> inquiries.answerByAi(id, decision(key, "AI_ANSWER")),
                () -> {
                    inquiries.requestPerson(id, null);
                    return "asked";
                },
                () -> inquiries.answerByAi(id, decision(key, "AI_ANSWER")));

        var file = inquiries.get(id);
        var answers = file.messages().stream()
                .filter(message -> message.author() == Author.AI)
                .toList();
        assertThat(file.state()).isEqualTo(State.WITH_PERSON);
        assertThat(file.conversationKey()).isEqualTo(id + ":2");
        var sent = results.stream().filter(Sending.Sent.class::isInstance).toList();
        if (answers.isEmpty()) {
            assertThat(sent).isEmpty();
        } else {
            assertThat(answers).hasSize(1);
            assertThat(sent)
                    .isNotEmpty()
                    .containsOnly(new Sending.Sent(answers.getFirst().id()));
        }
    }

    /** A job may be done by two workers at the same moment; the whole life of a case, each step of it in a race. */
    @RepeatedTest(3)
    void everyStepThatIsTakenTwiceAtTheSameMomentIsTakenOnce() throws Exception {
        var id = inquiries.open(LATE_PARCEL, null).id();
        var first = inquiries.get(id).conversationKey();
        race(() -> inquiries.keepAttempt(id, attempt(first, 1, "Parcels take three days.")));
        race(() -> inquiries.answerByAi(id, decision(first, "AI_ANSWER")));
        inquiries.verdict(id, false, null);
        race(() -> inquiries.startOver(id, first));
        race(() -> inquiries.takeToPerson(id, first, HandOverReason.STUCK, null));
        var second = inquiries.get(id).conversationKey();
        race(() -> inquiries.handOver(id, handOver(second, HandOverReason.STUCK)));
        race(() -> inquiries.answerByPerson(id, answer("It arrives tomorrow."), second));
        race(() -> inquiries.recordAgent(id, second, "anna"));
        race(() -> inquiries.resolve(id, second, Outcome.PRESUMED_SOLVED));
        inquiries.rate(id, 5, null, null);
        race(() -> inquiries.thankForRating(id));
        race(() -> inquiries.close(id, second, Outcome.PRESUMED_SOLVED));

        var file = inquiries.get(id);
        assertThat(file.attempts()).hasSize(1);
        assertThat(file.handOvers()).hasSize(1);
        assertThat(file.messages())
                .extracting(Message::author)
                .containsExactly(
                        Author.CUSTOMER,
                        Author.AI,
                        Author.SYSTEM,
                        Author.SYSTEM,
                        Author.PERSON,
                        Author.SYSTEM,
                        Author.SYSTEM);
        assertThat(file.conversationKey()).isEqualTo(id + ":4");
        assertThat(file.closed()).isTrue();
    }

    private static void race(Runnable step) throws Exception {
        atOnce(2, Executors.callable(step));
    }

    @RepeatedTest(5)
    void manyMessagesAtTheSameMomentAreAllKept() throws Exception {
        var id = inquiries.open(LATE_PARCEL, null).id();

        atOnce(
                () -> inquiries.write(id, "One", null),
                () -> inquiries.write(id, "Two", null),
                () -> inquiries.write(id, "Three", null),
                () -> inquiries.write(id, "Four", null));

        assertThat(inquiries.get(id).messages())
                .extracting(Message::text)
                .containsExactlyInAnyOrder("Where is my parcel?", "One", "Two", "Three", "Four");
    }

    @Test
    void fortyMessagesFromManyThreadsAreAllKept() throws Exception {
        var id = inquiries.open(LATE_PARCEL, null).id();
        var texts = IntStream.range(0, 40).mapToObj(i -> "Message " + i).toList();

        atOnce(
                24,
                texts.stream()
                        .map(text -> unlessRefused(text, () -> inquiries.write(id, text, null)))
                        .toList());

        assertThat(inquiries.get(id).messages())
                .extracting(Message::text)
                .hasSize(41)
                .startsWith("Where is my parcel?")
                .containsAll(texts);
    }

    @RepeatedTest(3)
    void whateverComesAtTheSameMomentIsKeptOrRefusedInWords() throws Exception {
        var id = inquiries.open(LATE_PARCEL, null).id();
        var key = inquiries.get(id).conversationKey();
        inquiries.keepAttempt(id, attempt(key, 1, "Parcels take three days."));
        var all = new ArrayList<Callable<? extends Object>>();
        IntStream.range(0, 20)
                .mapToObj(i -> "Message " + i)
                .forEach(text -> all.add(unlessRefused(text, () -> inquiries.write(id, text, null))));
        all.add(2, () -> inquiries.answerByAi(id, decision(key, "AI_ANSWER")));
        all.add(6, () -> inquiries.takeToPerson(id, key, HandOverReason.GATE, null));
        all.add(10, unlessRefused("asked", () -> inquiries.requestPerson(id, null)));
        all.add(unlessRefused("withdrawn", () -> inquiries.withdraw(id, null)));

        var results = atOnce(16, all);

        var file = inquiries.get(id);
        assertThat(file.state()).isEqualTo(State.WITHDRAWN);
        assertThat(file.messages())
                .extracting(Message::text)
                .containsAll(results.stream()
                        .map(Object::toString)
                        .filter(text -> text.startsWith("Message"))
                        .toList());
    }

    @Test
    void anotherInquiryOfTheSameAddressIsARepeatedContact() {
        var address = UUID.randomUUID() + "@example.org";
        var first = open("One", address);
        var second = open("Two", address.toUpperCase(Locale.ROOT));
        inquiries.withdraw(second, null);
        var third = open("Three", address);

        assertThat(List.of(first, second, third))
                .extracting(id -> inquiries.get(id).repeatContacts())
                .containsExactly(0, 1, 1);
    }

    @Test
    void openingTakesThreeStatementsAndReadingFive() {
        var statistics = sessions.getStatistics();
        statistics.clear();

        var id = inquiries.open(LATE_PARCEL, null).id();

        assertThat(statistics.getPrepareStatementCount()).as("opening").isLessThanOrEqualTo(3);
        statistics.clear();
        inquiries.get(id);
        assertThat(statistics.getPrepareStatementCount()).as("reading").isLessThanOrEqualTo(4);
    }

    @Test
    void anUnknownInquiryAndAWrongTokenAreToldApartOnlyByWhoHasTheToken() {
        var unknown = InquiryId.next();
        var receipt = inquiries.open(LATE_PARCEL, null);

        assertThat(inquiries.enter(receipt.id(), receipt.token()).read().number())
                .isEqualTo(receipt.number());
        assertThatThrownBy(() -> inquiries.enter(unknown, receipt.token())).isInstanceOf(InvalidToken.class);
        assertThatThrownBy(() -> inquiries.enter(receipt.id(), "guess")).isInstanceOf(InvalidToken.class);
        assertThatThrownBy(() -> inquiries.get(unknown))
                .isInstanceOf(UnknownInquiry.class)
                .hasMessageContaining(unknown.toString());
    }

    private InquiryId open(String text, String address) {
        return inquiries
                .open(new NewInquiry(text, new Customer("Ada", address), null), null)
                .id();
    }

    private static Callable<String> unlessRefused(String what, Runnable action) {
        return () -> {
            try {
                action.run();
                return what;
            } catch (ActionRefused withdrawn) {
                return "refused";
            }
        };
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        return atOnce(Collections.nCopies(times, work));
    }

    @SafeVarargs
    private static List<Object> atOnce(Callable<? extends Object>... works) throws Exception {
        return atOnce(List.of(works));
    }

    private static <T> List<T> atOnce(List<? extends Callable<? extends T>> works) throws Exception {
        return atOnce(works.size(), works);
    }

    private static <T> List<T> atOnce(int atATime, List<? extends Callable<? extends T>> works) throws Exception {
        var start = new CyclicBarrier(atATime);
        try (var threads = Executors.newFixedThreadPool(atATime)) {
            var running = new ArrayList<Future<? extends T>>();
            for (var work : works) {
                var early = running.size() < atATime;
                running.add(threads.submit(() -> {
                    if (early) {
                        start.await();
                    }
                    return work.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var result : running) {
                results.add(result.get());
            }
            return results;
        }
    }
}
