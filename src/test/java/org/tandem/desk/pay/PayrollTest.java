package org.tandem.desk.pay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.tandem.desk.Calls;
import org.tandem.desk.pool.Basis;
import org.tandem.desk.pool.Offer;
import org.tandem.desk.pool.OfferEvent;
import org.tandem.desk.pool.Offers;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;
import org.tandem.testing.EmptyDatabase;

class PayrollTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant LONG_AFTER = NOON.plus(Duration.ofDays(60));
    private static final EmptyDatabase DATABASE = EmptyDatabase.h2();
    private static final RateCards CARDS = cards();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Map<InquiryId, CaseFile> files = new HashMap<>();
    private final Inquiries inquiries = mock(Inquiries.class);
    private final Calls calls = mock(Calls.class);
    private final Offers offers = mock(Offers.class);
    private final Office office = new Office(DATABASE);
    private final String number = "TA-0000-%04d".formatted(NUMBERS.incrementAndGet());

    PayrollTest() {
        when(inquiries.get(any())).thenAnswer(call -> files.get(call.<InquiryId>getArgument(0)));
    }

    @Test
    void anAnswerIsPaidByTheRateCardOfItsMoment() {
        var answered = answered("anna", NOON.plus(Duration.ofHours(7)), "care");
        office.ear.hear(answered);

        office.settle(NOON.plus(Duration.ofHours(8)));

        assertThat(office.entries("anna", answered)).singleElement().satisfies(entry -> {
            assertThat(entry.amount()).hasToString("6.50 EUR");
            assertThat(entry.row()).isEqualTo("answer with care, evening");
            assertThat(entry.card()).isEqualTo("2026");
            assertThat(entry.type()).isEqualTo(Entry.Type.EARNED);
            assertThat(entry.number()).isEqualTo(number);
            assertThat(entry.at()).isEqualTo(answered.at());
        });
    }

    @Test
    void whoCalledTheCustomerIsPaidForACall() {
        var answered = answered("anna", NOON, "general");
        when(calls.shown(answered.inquiryId())).thenReturn(List.of(new Calls.Shown(7, "anna", NOON.minusSeconds(60))));
        office.ear.hear(answered);

        office.settle(NOON);

        assertThat(office.entries("anna", answered))
                .extracting(entry -> entry.amount().toString(), Entry::row)
                .containsExactly(tuple("6.00 EUR", "call back, day"));
    }

    @Test
    void whoAnsweredMayBecomeKnownLater() {
        var answered = answered(null, NOON, "general");
        office.ear.hear(answered);
        office.settle(NOON.plusSeconds(1));
        assertThat(office.entries("bo", answered)).isEmpty();

        known("bo", answered);
        office.ear.hear(new InquiryEvent.AgentKnown(
                UUID.randomUUID(), answered.inquiryId(), NOON.plusSeconds(2), answered.conversationKey(), "bo"));
        office.settle(NOON.plusSeconds(2));

        assertThat(office.entries("bo", answered)).hasSize(1);
    }

    @Test
    void anAnswerThatStandsHasItsBonusWhenTheWindowIsOver() {
        var answered = answered("anna", NOON, "general");
        office.ear.hear(answered);
        office.ear.hear(new InquiryEvent.Rated(UUID.randomUUID(), answered.inquiryId(), NOON.plusSeconds(60), 5));

        office.settle(NOON.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(office.entries("anna", answered)).hasSize(1);
        office.settle(NOON.plus(Duration.ofDays(7)));

        assertThat(office.entries("anna", answered))
                .extracting(Entry::type, entry -> entry.amount().toString())
                .containsExactlyInAnyOrder(tuple(Entry.Type.EARNED, "3.20 EUR"), tuple(Entry.Type.BONUS, "0.60 EUR"));
    }

    @Test
    void whatTheAcceptedOfferPromisedIsPaidUnlessTheWorkWasGivenBack() {
        var kept = answered("anna", NOON, "general");
        var promise = accepted(NOON.plusSeconds(-60));
        office.promises.on(promise);
        office.ear.hear(kept);
        office.settle(NOON);
        assertThat(office.entries("anna", kept))
                .extracting(entry -> entry.amount().toString(), Entry::row)
                .containsExactly(tuple("4.44 EUR", "answer, as offered"));

        var givenBack = answered("anna", NOON.plusSeconds(9), "general");
        office.promises.on(new OfferEvent.Abandoned(promise.offer(), 1, "anna", promise.price(), NOON));
        office.ear.hear(givenBack);
        office.settle(NOON.plusSeconds(9));
        assertThat(office.entries("anna", givenBack))
                .extracting(entry -> entry.amount().toString())
                .containsExactly("3.20 EUR");
    }

    @Test
    void whatTheOfferPromisedForACallIsPaidForAnAnswerOnThePhone() {
        var answered = answered("anna", NOON, "general");
        office.promises.on(accepted(NOON.plusSeconds(-90), 777, "call back, as offered"));
        when(calls.shown(answered.inquiryId())).thenReturn(List.of(new Calls.Shown(7, "anna", NOON.minusSeconds(60))));
        office.ear.hear(answered);

        office.settle(NOON);

        assertThat(office.entries("anna", answered))
                .extracting(entry -> entry.amount().toString(), Entry::row)
                .containsExactly(tuple("7.77 EUR", "call back, as offered"));
    }

    @Test
    void whoAcceptedToWriteAndCallsInsteadIsPaidForTheCall() {
        var answered = answered("anna", NOON, "general");
        var toWrite = accepted(NOON.plusSeconds(-90));
        office.promises.on(toWrite);
        office.promises.on(
                new OfferEvent.Withdrawn(toWrite.offer(), 1, "anna", toWrite.price(), NOON.minusSeconds(80)));
        when(calls.shown(answered.inquiryId())).thenReturn(List.of(new Calls.Shown(7, "anna", NOON.minusSeconds(60))));
        office.ear.hear(answered);

        office.settle(NOON);

        assertThat(office.entries("anna", answered))
                .extracting(entry -> entry.amount().toString(), Entry::row)
                .containsExactly(tuple("6.00 EUR", "call back, day"));
    }

    @Test
    void whoeverReviewsAnAnswerIsPaidForThatAndHasNoBonus() {
        var answered = answered("anna", NOON, "care");
        office.ear.hear(new InquiryEvent.Rated(UUID.randomUUID(), answered.inquiryId(), NOON, 5));
        office.done(NOON).reviewed(answered.inquiryId(), answered.conversationKey(), 1, "rita");
        office.done(NOON.plusSeconds(9)).reviewed(answered.inquiryId(), answered.conversationKey(), 1, "rita");
        office.done(NOON.plusSeconds(20)).reviewed(answered.inquiryId(), answered.conversationKey(), 2, "sam");

        office.settle(LONG_AFTER);
        office.settle(LONG_AFTER);

        assertThat(office.entries("rita", answered))
                .extracting(entry -> entry.amount().toString(), Entry::row, Entry::at)
                .containsExactly(tuple("1.20 EUR", "review, day", NOON));
        assertThat(office.entries("sam", answered)).hasSize(1);
        assertThat(office.entries("anna", answered)).isEmpty();
    }

    @Test
    void whoeverDecidesAnEscalationIsPaidForThatWhateverAnOfferPromisedForAnswering() {
        var answered = answered("lena", NOON, "general");
        office.promises.on(accepted("lena", NOON.plusSeconds(-60), 444, "answer, as offered"));
        var escalation = UUID.randomUUID();
        office.done(NOON).escalationDecided(escalation, answered.inquiryId(), "lena");
        office.done(NOON).escalationDecided(escalation, answered.inquiryId(), "lena");

        office.settle(NOON);

        assertThat(office.entries("lena", answered))
                .extracting(entry -> entry.amount().toString(), Entry::row)
                .containsExactly(tuple("7.50 EUR", "escalation, day"));
    }

    private OfferEvent.Accepted accepted(Instant at) {
        return accepted(at, 444, "answer, as offered");
    }

    private OfferEvent.Accepted accepted(Instant at, long minorUnits, String row) {
        return accepted("anna", at, minorUnits, row);
    }

    private OfferEvent.Accepted accepted(String agent, Instant at, long minorUnits, String row) {
        var price = new Price(new Money(minorUnits, Currency.getInstance("EUR")), "2026", row);
        var id = UUID.randomUUID();
        var offer = new Offer(
                id, 1, agent, number + " · Answer the customer", at, at, price, "", Offer.State.ACCEPTED, at, null);
        when(offers.find(id)).thenReturn(Optional.of(new Offers.Explained(offer, mock(Basis.class))));
        return new OfferEvent.Accepted(id, 1, agent, price, at);
    }

    @Test
    void whatCannotBePaidYetIsTriedAgainAndKeepsNobodyElseWaiting() {
        var unknown = answered("anna", NOON, "general");
        files.remove(unknown.inquiryId());
        var other = answered("anna", NOON, "general");
        office.ear.hear(unknown);
        office.ear.hear(other);

        office.settle(NOON);
        assertThat(office.entries("anna", other)).hasSize(1);
        files.put(unknown.inquiryId(), file(unknown.inquiryId(), unknown.conversationKey(), "anna", "general"));
        office.settle(NOON.plusSeconds(2));

        assertThat(office.entries("anna", unknown)).hasSize(1);
    }

    /** Answers, what customers say to them, reviews, escalations and interruptions at random, in any order and more than once. */
    @Property(tries = 60)
    void nothingIsLostNothingIsDoubledAndTheSumsAreRight(@ForAll Random random) {
        var who = "agent-" + UUID.randomUUID();
        var answers = new ArrayList<InquiryEvent.AnsweredByPerson>();
        var signs = new ArrayList<InquiryEvent>();
        var expected = 0L;
        for (var i = 0; i < 1 + random.nextInt(6); i++) {
            var at = NOON.plus(Duration.ofMinutes(random.nextInt(30 * 24 * 60)));
            var answered = answered(who, at, random.nextBoolean() ? "care" : "general");
            var score = random.nextInt(6);
            answers.add(answered);
            if (score > 0) {
                signs.add(new InquiryEvent.Rated(UUID.randomUUID(), answered.inquiryId(), at.plusSeconds(5), score));
            }
            expected += CARDS.price(new PaidWork(
                                    PaidWork.Kind.ANSWER,
                                    Set.of(Objects.requireNonNull(files.get(answered.inquiryId()))
                                            .handOvers()
                                            .getFirst()
                                            .queue()),
                                    "en",
                                    at))
                            .amount()
                            .minorUnits()
                    + (score >= 4 ? 60 : 0);
        }
        hearInAnyOrder(answers, random);
        hearInAnyOrder(signs, random);
        var others = random.nextInt(4);
        for (var i = 0; i < others; i++) {
            var about = answers.get(random.nextInt(answers.size()));
            var at = NOON.plus(Duration.ofMinutes(random.nextInt(30 * 24 * 60)));
            var isReview = random.nextBoolean();
            var which = UUID.randomUUID();
            var round = i;
            IntStream.rangeClosed(0, random.nextInt(3)).forEach(time -> {
                var done = office.done(at.plusSeconds(time));
                if (isReview) {
                    done.reviewed(about.inquiryId(), about.conversationKey(), round, who);
                } else {
                    done.escalationDecided(which, about.inquiryId(), who);
                }
            });
            var kind = isReview ? PaidWork.Kind.REVIEW : PaidWork.Kind.ESCALATION;
            expected +=
                    CARDS.price(new PaidWork(kind, Set.of(), "en", at)).amount().minorUnits();
        }
        var crashing = new Office(DATABASE, random);
        IntStream.range(0, 4).forEach(i -> crashing.settle(LONG_AFTER.plusSeconds(i * 10L)));
        IntStream.range(0, 3).forEach(i -> office.settle(LONG_AFTER.plus(Duration.ofDays(i + 1))));

        var entries = office.ledger.of(who, Instant.EPOCH, LONG_AFTER.plus(Duration.ofDays(9)));
        var bonuses = signs.stream()
                .filter(sign -> ((InquiryEvent.Rated) sign).score() >= 4)
                .count();
        assertThat(entries).hasSize(answers.size() + others + (int) bonuses);
        assertThat(entries.stream()
                        .mapToLong(entry -> entry.amount().minorUnits())
                        .sum())
                .isEqualTo(expected);
        assertThat(office.ledger.sums(Instant.EPOCH, LONG_AFTER.plus(Duration.ofDays(9))).stream()
                        .filter(sum -> sum.agent().equals(who))
                        .mapToLong(sum -> sum.total().minorUnits())
                        .sum())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void severalWhoPayAtOncePayOnce(String kind) throws Exception {
        var database = kind.equals("H2") ? DATABASE : EmptyDatabase.postgres();
        var one = new Office(database);
        var who = "agent-" + UUID.randomUUID();
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> answered(who, NOON, "general"))
                .toList();
        answers.forEach(one.ear::hear);
        answers.forEach(answered ->
                one.ear.hear(new InquiryEvent.Rated(UUID.randomUUID(), answered.inquiryId(), NOON.plusSeconds(5), 5)));

        try (var threads = Executors.newFixedThreadPool(6)) {
            var payers = IntStream.range(0, 6)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        new Office(database).settle(LONG_AFTER);
                        return true;
                    })
                    .toList();
            assertThat(threads.invokeAll(payers))
                    .allSatisfy(payer -> assertThat(payer.get()).isTrue());
        }
        for (var i = 1; i < 4; i++) { // whoever lost a race has put it off
            one.settle(LONG_AFTER.plus(Duration.ofHours(i)));
        }

        assertThat(one.ledger.of(who, Instant.EPOCH, LONG_AFTER)).hasSize(40);
        assertThat(one.ledger.sums(Instant.EPOCH, LONG_AFTER).stream()
                        .filter(sum -> sum.agent().equals(who)))
                .extracting(sum -> sum.total().toString())
                .containsExactlyInAnyOrder("64.00 EUR", "12.00 EUR");
    }

    private void hearInAnyOrder(List<? extends InquiryEvent> events, Random random) {
        var heard = new ArrayList<InquiryEvent>(events);
        heard.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(heard, random);
        heard.forEach(office.ear::hear);
    }

    private InquiryEvent.AnsweredByPerson answered(@Nullable String agent, Instant at, String queue) {
        var id = InquiryId.next();
        var key = id + ":2";
        files.put(id, file(id, key, agent, queue));
        return new InquiryEvent.AnsweredByPerson(
                UUID.randomUUID(), id, at, key, UUID.randomUUID(), "ANSWERED", "USED", null, null, null);
    }

    private void known(String agent, InquiryEvent.AnsweredByPerson answered) {
        files.put(answered.inquiryId(), file(answered.inquiryId(), answered.conversationKey(), agent, "general"));
    }

    private CaseFile file(InquiryId id, String key, @Nullable String agent, String queue) {
        return new CaseFile(
                id,
                number,
                State.ANSWERED_BY_PERSON,
                false,
                key,
                new Customer("Ada Example", "ada@example.org"),
                "en",
                NOON,
                List.of(),
                List.of(),
                List.of(),
                List.of(new HandOver(key, HandOverReason.GATE, queue, NOON, NOON, agent, NOON.minusSeconds(120))),
                null,
                false,
                0,
                null,
                null,
                null,
                false);
    }

    private static RateCards cards() {
        try {
            var yaml = Files.readString(Path.of("src/main/resources/pay/rate-cards.yaml"));
            return new RateCards(RateCardReader.read("rate-cards.yaml", yaml.getBytes(UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Who pays, of whom there may be several. */
    private final class Office {

        private final Ledger ledger;
        private final WorkTable works;
        private final SignTable signs;
        private final PayEar ear;
        private final Promises promises;
        private final EmptyDatabase database;

        Office(EmptyDatabase database) {
            this(database, null);
        }

        Office(EmptyDatabase database, @Nullable Random crashes) {
            this.database = database;
            this.ledger = new Ledger(database.client());
            this.works = crashes == null ? new WorkTable(database.client()) : new Failing(database, crashes);
            this.signs = new SignTable(database.client());
            this.ear = new PayEar(works, signs);
            this.promises = new Promises(database.client(), offers);
        }

        DoneWork done(Instant now) {
            return new DoneWork(works, inquiries, Clock.fixed(now, ZoneOffset.UTC));
        }

        void settle(Instant now) {
            var clock = Clock.fixed(now, ZoneOffset.UTC);
            new Payroll(works, signs, ledger, CARDS, promises, inquiries, calls, database.transactions(), clock)
                    .settle();
        }

        List<Entry> entries(String agent, InquiryEvent about) {
            return ledger.of(agent, Instant.EPOCH, LONG_AFTER).stream()
                    .filter(entry -> about.inquiryId().equals(entry.inquiry()))
                    .toList();
        }
    }

    /** Fails now and then after the entry was written, and before that is noted. */
    private static final class Failing extends WorkTable {

        private final Random random;

        Failing(EmptyDatabase database, Random random) {
            super(database.client());
            this.random = random;
        }

        @Override
        void earned(String key, String agent, @Nullable Instant due) {
            if (random.nextBoolean()) {
                throw new DuplicateKeyException("interrupted");
            }
            super.earned(key, agent, due);
        }

        @Override
        void judged(String key, Standing standing) {
            if (random.nextBoolean()) {
                throw new DuplicateKeyException("interrupted");
            }
            super.judged(key, standing);
        }
    }
}
