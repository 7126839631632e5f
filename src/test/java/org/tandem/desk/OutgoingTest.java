package org.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.tandem.desk.Task.Status;
import org.tandem.desk.Tasks.Verdict;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** The seconds between an answer and its sending, in which anything can happen. */
class OutgoingTest {

    private static final long KEY = 7;
    private static final String TYPED = "{\"reply\":\"It is on its way.\"}";
    private static final StaffMember ANNA = new StaffMember("anna", "Anna", Set.of(Role.AGENT), Set.of("general"));
    private static final Duration SECONDS = Duration.ofSeconds(10);

    private final Hands clock = new Hands();
    private final Tasks engine = mock();
    private final TaskCases cases = mock();
    private final Drafts drafts = mock();
    private final JdbcClient database = database();

    private volatile Task now = task(Status.OPEN, "anna");
    private Outgoing outgoing = started();

    @BeforeEach
    void annaHasATask() {
        is(Status.OPEN, "anna");
        when(engine.form(any())).thenReturn(Optional.empty());
        when(engine.claim(KEY, "anna")).thenReturn(Verdict.DONE);
        when(engine.get(KEY)).thenAnswer(call -> Optional.of(now));
        doAnswer(call -> {
                    is(Status.COMPLETED, "anna");
                    return Verdict.DONE;
                })
                .when(engine)
                .complete(anyLong(), any());
        when(drafts.of(anyLong(), anyString())).thenReturn(Optional.empty());
    }

    @Test
    void anAnswerGoesOutWhenItsSecondsAreOverAndOnce() {
        answers();

        passes(SECONDS.minusMillis(1));
        verify(engine, never()).complete(anyLong(), any());
        assertThat(outgoing.of(ANNA)).singleElement().matches(answer -> answer.problem() == null);

        passes(Duration.ofMillis(1));
        passes(Duration.ofMinutes(5));
        verify(engine, times(1)).complete(KEY, Map.of("reply", "\"It is on its way.\""));
        verify(drafts).forget(KEY, "anna");
        assertThat(outgoing.of(ANNA)).isEmpty();
    }

    @Test
    void whatIsTakenBackIsNotSentAndIsTheDraftAgain() {
        answers();
        passes(Duration.ofSeconds(9));

        assertThat(outgoing.takeBack(ANNA, KEY)).isInstanceOf(Outcome.Done.class);

        passes(Duration.ofMinutes(5));
        verify(engine, never()).complete(anyLong(), any());
        verify(drafts).keep(KEY, "anna", TYPED, 0, Drafts.A_WINDOW);
        assertThat(outgoing.takeBack(ANNA, KEY)).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void whatWasSentIsTheDraftAlsoWhereAnOlderOneIsKept() {
        when(drafts.of(KEY, "anna"))
                .thenReturn(Optional.of(new Drafts.Draft("{\"reply\": \"Old\"}", 3, Instant.EPOCH)));

        answers();

        verify(drafts).keep(KEY, "anna", TYPED, 3, Drafts.A_WINDOW);
    }

    @Test
    void onlyWhoAnsweredTakesItBack() {
        answers();

        assertThat(outgoing.takeBack(new StaffMember("ben", "Ben", Set.of(), Set.of()), KEY))
                .isInstanceOf(Outcome.TooLate.class);
        passes(SECONDS);
        verify(engine).complete(anyLong(), any());
    }

    @Test
    void anApplicationThatIsKilledSendsItWhenItIsBack() {
        answers();

        outgoing = started();
        assertThat(outgoing.of(ANNA)).hasSize(1);
        passes(Duration.ofMinutes(2));

        verify(engine, times(1)).complete(anyLong(), any());
        assertThat(outgoing.of(ANNA)).isEmpty();
    }

    @Test
    void anApplicationThatIsKilledWhileItSendsNeitherLosesNorDoublesIt() {
        doAnswer(call -> {
                    is(Status.COMPLETED, "anna");
                    throw new TasksAway(new IllegalStateException("killed"));
                })
                .when(engine)
                .complete(anyLong(), any());
        answers();
        passes(SECONDS);

        outgoing = started();
        passes(HeldAnswers.LEASE);

        verify(engine, times(1)).complete(anyLong(), any());
        assertThat(outgoing.of(ANNA)).isEmpty();
        verify(drafts).forget(KEY, "anna");
    }

    @Test
    void whatTheEngineTookButDoesNotTellYetIsAskedForAgain() {
        doThrow(new TasksAway(new IllegalStateException("cut off")))
                .doReturn(Verdict.OVER)
                .when(engine)
                .complete(anyLong(), any());
        answers();
        passes(SECONDS);
        passes(HeldAnswers.LEASE);
        assertThat(outgoing.of(ANNA)).singleElement().matches(answer -> answer.problem() == null);

        is(Status.COMPLETED, "anna");
        passes(HeldAnswers.LEASE);

        assertThat(outgoing.of(ANNA)).isEmpty();
    }

    @Test
    void anEngineThatIsAwayGetsItLater() {
        when(engine.claim(KEY, "anna"))
                .thenThrow(new TasksAway(new IllegalStateException("away")))
                .thenReturn(Verdict.DONE);
        answers();

        passes(SECONDS);
        assertThat(outgoing.of(ANNA)).hasSize(1);
        passes(HeldAnswers.LEASE);

        verify(engine, times(1)).complete(anyLong(), any());
    }

    @Test
    void severalApplicationsSendItOnce() {
        answers();
        clock.now = clock.now.plus(SECONDS);

        var all = Stream.generate(() -> CompletableFuture.runAsync(started()::sendDue))
                .limit(6)
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(30)));
        verify(engine, times(1)).complete(anyLong(), any());
        assertThat(outgoing.of(ANNA)).isEmpty();
    }

    @Test
    void aCustomerWhoWithdrawsMeanwhileGetsNothingAndTheTextIsKept() {
        answers();
        when(cases.isWithdrawn(any())).thenReturn(true);

        passes(SECONDS);

        notSent("The customer withdrew the inquiry meanwhile");
    }

    @Test
    void aCustomerWhoWritesMeanwhileIsReadFirst() {
        answers();
        when(cases.customerMessages(any())).thenReturn(2);

        passes(SECONDS);

        notSent("The customer wrote again while your answer was waiting to go out.");
    }

    @Test
    void whoeverGotTheTaskMeanwhileKeepsIt() {
        answers();
        is(Status.OPEN, "ben");
        when(engine.claim(KEY, "anna")).thenReturn(Verdict.TAKEN);

        passes(SECONDS);

        notSent("ben was faster and has this task now.");
    }

    @Test
    void whatWasCompletedElsewhereMeanwhileIsNotCompletedAgain() {
        answers();
        is(Status.COMPLETED, "ben");
        when(engine.claim(KEY, "anna")).thenReturn(Verdict.OVER);

        passes(SECONDS);

        notSent("ben was faster and completed this task.");
    }

    @Test
    void anAnswerThatWasNotSentCanBeGivenAgain() {
        answers();
        when(cases.customerMessages(any())).thenReturn(2);
        passes(SECONDS);

        assertThat(outgoing.hold(ANNA, task(Status.OPEN, "anna"), TYPED)).isInstanceOf(Outcome.Done.class);
        assertThat(outgoing.hold(ANNA, task(Status.OPEN, "anna"), TYPED)).isInstanceOf(Outcome.TooLate.class);
        passes(SECONDS);

        verify(engine, times(1)).complete(anyLong(), any());
    }

    private void notSent(String why) {
        passes(Duration.ofMinutes(5));
        verify(engine, never()).complete(anyLong(), any());
        verify(drafts, never()).forget(anyLong(), anyString());
        verify(drafts).keep(KEY, "anna", TYPED, 0, Drafts.A_WINDOW);
        assertThat(outgoing.of(ANNA))
                .singleElement()
                .satisfies(answer -> assertThat(answer.problem()).contains(why));
    }

    private void answers() {
        when(cases.customerMessages(any())).thenReturn(1);
        assertThat(outgoing.hold(ANNA, task(Status.OPEN, "anna"), TYPED)).isInstanceOf(Outcome.Done.class);
    }

    private void passes(Duration time) {
        clock.now = clock.now.plus(time);
        outgoing.sendDue();
    }

    private void is(Status status, String assignee) {
        now = task(status, assignee);
    }

    private static Task task(Status status, String assignee) {
        return new Task(
                KEY,
                "Answer the customer",
                "Resolve by a person",
                8,
                status,
                assignee,
                List.of("general"),
                List.of(),
                50,
                Instant.EPOCH,
                null,
                null,
                new Task.Subject(null, "TA-1000-0001", null, null));
    }

    private Outgoing started() {
        var recently = new Recently(clock);
        return new Outgoing(
                new HeldAnswers(database),
                engine,
                new TaskForms(engine, cases, new ObjectMapper(), clock),
                cases,
                drafts,
                recently,
                new Slower(engine, cases, recently),
                new DeskSettings(SECONDS),
                clock);
    }

    private static JdbcClient database() {
        var source = DataSourceBuilder.create()
                .url("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()))
                .build();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V19_1__held_answer.sql")).execute(source);
        return JdbcClient.create(source);
    }

    /** A clock that tests turn. */
    private static final class Hands extends Clock {

        private volatile Instant now = Instant.parse("2026-03-04T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
