package org.tandem.quality.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.Models;
import org.tandem.assistant.Question;
import org.tandem.assistant.StoredModel;
import org.tandem.assistant.StoredModels.Reader;
import org.tandem.assistant.Understanding;
import org.tandem.assistant.guarantee.Basis;
import org.tandem.inquiry.AiAttempt;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.Findings;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.Message;
import org.tandem.quality.automation.Automation;
import org.tandem.quality.automation.Automation.Silent;
import org.tandem.quality.automation.ShadowDecisions;
import org.tandem.quality.automation.ShadowDecisions.Open;
import org.tandem.quality.automation.Word;
import org.tandem.staff.SetClock;

@Execution(ExecutionMode.CONCURRENT)
class ShadowingTest {

    private static final String OLD = "20260101T000000Z-a";
    private static final String NEW = "20260102T000000Z-a.b";

    private final SetClock clock = new SetClock();
    private final Models models = mock();
    private final Championship championship = mock();
    private final Inquiries inquiries = mock();
    private final Automation automation = mock();
    private final ShadowDecisions decisions = mock();
    private final List<Question> read = new ArrayList<>();
    private final Silent silent = new Silent(mock(), new Word(Word.OPEN, 1, 0.02, "examples"));
    private Instant learned = clock.instant().minus(Duration.ofDays(1));
    private Shadowing shadowing;

    @BeforeEach
    void start() {
        when(models.inUse()).thenReturn(Optional.of(OLD));
        when(championship.challenger()).thenAnswer(call -> Optional.of(model(learned)));
        when(models.silently(NEW)).thenReturn(question -> {
            read.add(question);
            return unsure();
        });
        when(automation.silently(any(), any(), any())).thenReturn(silent);
        var beans = new StaticListableBeanFactory();
        beans.addBean("gate", (Gate) () -> (attempt, repeatContacts, word) -> repeatContacts == 0);
        shadowing = new Shadowing(
                championship, models, inquiries, automation, decisions, beans.getBeanProvider(Gate.class), clock);
    }

    @Test
    void theChallengerReadsWhatTheChampionHadReadAndTheGateDecidesOnIt() {
        var first = open(0, 1, "Where is my card?", "And my money?");
        var again = open(2, 2, "Where is my card?", "And my money?");
        isOpen(first, again);

        shadowing.look();

        assertThat(read)
                .extracting(Question::messages)
                .containsExactly(List.of("Where is my card?"), List.of("Where is my card?", "And my money?"));
        assertThat(read.getFirst().customerKey()).isEqualTo("ada@example.org");
        verify(automation).silently(eq(first), eq("Where is my card?"), any());
        verify(decisions).keep(silent, true);
        verify(decisions).keep(silent, false);
        verify(inquiries, never()).keepAttempt(any(), any());
        assertThat(shadowing.trouble()).isNull();
    }

    @Test
    void itIsAskedOnlyAboutWhatCameAfterItWasLearnedAndIsNotTenMinutesOld() {
        shadowing.look();
        verify(decisions).open(OLD, NEW, clock.instant().minus(Duration.ofMinutes(10)), 50);

        learned = clock.instant();
        clock.pass(Duration.ofMinutes(1));
        when(championship.challenger()).thenReturn(Optional.of(model("20260103T000000Z-a.c", learned)));
        when(models.silently("20260103T000000Z-a.c")).thenReturn(question -> unsure());
        shadowing.look();
        verify(decisions).open(OLD, "20260103T000000Z-a.c", learned, 50);
    }

    @Test
    void anInquiryOnWhichItFailsKeepsBackNoOther() {
        var bad = open(0, 1, "bad");
        var good = open(0, 1, "good");
        isOpen(bad, good);
        when(automation.silently(eq(bad), any(), any())).thenThrow(new IllegalStateException("a flaw in the model"));

        shadowing.look();

        verify(decisions).keep(silent, true);
        assertThat(shadowing.trouble()).isEqualTo("a flaw in the model");
    }

    @Test
    void aChallengerThatCannotBeLoadedIsTriedAgainAMinuteLater() {
        doThrow(new OutOfMemoryError("Java heap space")).when(models).silently(NEW);

        shadowing.look();
        shadowing.look();

        assertThat(shadowing.trouble()).isEqualTo("Java heap space");
        verify(models, times(1)).silently(NEW);

        Reader loaded = question -> unsure();
        doReturn(loaded).when(models).silently(NEW);
        isOpen(open(0, 1, "Where is my card?"));
        clock.pass(Duration.ofMinutes(1));
        shadowing.look();

        verify(decisions).keep(silent, true);
        assertThat(shadowing.trouble()).isNull();
    }

    @Test
    void itIsLoadedOnceAndNobodyDecidesWithoutAChallenger() {
        shadowing.look();
        clock.pass(Duration.ofMinutes(2));
        shadowing.look();
        verify(models, times(1)).silently(NEW);

        when(championship.challenger()).thenReturn(Optional.empty());
        clock.pass(Duration.ofMinutes(2));
        shadowing.look();
        verify(decisions, times(2)).open(any(), any(), any(), anyInt());
    }

    private void isOpen(Open... open) {
        when(decisions.open(eq(OLD), eq(NEW), any(), anyInt())).thenReturn(List.of(open));
    }

    private Open open(int repeatContacts, int read, String... messages) {
        var id = InquiryId.next();
        var file = mock(CaseFile.class);
        var attempt = new AiAttempt(
                id + ":1",
                read,
                null,
                null,
                null,
                1,
                null,
                List.of(),
                "en",
                true,
                false,
                false,
                OLD,
                "{}",
                new Findings(List.of(), List.of(), List.of(), null, null, List.of()),
                clock.instant());
        var written = List.of(messages).stream().map(ShadowingTest::written).toList();
        when(file.attempts()).thenReturn(List.of(attempt));
        when(file.messages()).thenReturn(written);
        when(file.customer()).thenReturn(new Customer("Ada", "ada@example.org"));
        when(inquiries.get(id)).thenReturn(file);
        return new Open(id, id + ":1", clock.instant(), repeatContacts);
    }

    private static Message written(String text) {
        var message = mock(Message.class);
        when(message.author()).thenReturn(Author.CUSTOMER);
        when(message.text()).thenReturn(text);
        return message;
    }

    private static StoredModel model(Instant learned) {
        return model(NEW, learned);
    }

    private static StoredModel model(String version, Instant learned) {
        return new StoredModel(version, "a.b", learned, .9, 0, new Basis(100, 10, .15, 0, .95), "It rests on examples");
    }

    private static Attempt unsure() {
        return new Attempt.Unsure(
                new Understanding("en", true, List.of(), List.of(), Set.of(), Map.of()), "No topic fits", null, NEW);
    }
}
