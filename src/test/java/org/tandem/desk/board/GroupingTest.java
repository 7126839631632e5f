package org.tandem.desk.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandem.assistant.meaning.Meanings;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryEvent.AnsweredByPerson;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.ProductFeedback;
import org.tandem.testing.EmptyDatabase;

class GroupingTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final EmptyDatabase DATABASE = EmptyDatabase.h2();
    private static final Map<String, Double> DEGREES = Map.of(
            "Log-in fails after the update", 0.0,
            "Cannot sign in since the new version", 20.0,
            "The fees are hard to find", 90.0);

    private final Inquiries inquiries = mock(Inquiries.class);
    private final Entries entries = new Entries(DATABASE.client());
    private final Themes themes = new Themes(DATABASE.client(), clock());
    private final BoardView board = new BoardView(DATABASE.client(), themes, clock());
    private final Curating curating = new Curating(themes, entries);
    private final FeedbackEar ear = new FeedbackEar(entries);
    private Meanings meanings = text -> Optional.of(at(DEGREES.getOrDefault(text, 180.0)));

    @BeforeEach
    void anEmptyBoard() {
        for (var table : List.of("feedback_entry", "feedback_news", "feedback_theme")) {
            DATABASE.client().sql("delete from " + table).update();
        }
        var file = mock(CaseFile.class);
        when(file.number()).thenReturn("TA-1000-0001");
        when(inquiries.get(any())).thenReturn(file);
    }

    @Test
    void whatMeansMuchTheSameIsOneTheme() {
        said("app", "Log-in fails after the update", 0);
        said("app", "Cannot sign in since the new version", 0);
        said("app", "The fees are hard to find", 0);

        group();

        assertThat(names()).containsExactlyInAnyOrder("Log-in fails after the update 2", "The fees are hard to find 1");
    }

    @Test
    void withoutTheAiTheSameWordsInTheSameAreaAreOneTheme() {
        meanings = text -> Optional.empty();
        said("app", "Log-in fails", 0);
        said("app", "log in fails!", 0);
        said("website", "Log-in fails", 0);
        said("app", "Cannot sign in", 0);

        group();

        assertThat(names()).containsExactlyInAnyOrder("Log-in fails 2", "Log-in fails 1", "Cannot sign in 1");
    }

    @Test
    void whatIsHeardTwiceIsThereOnceAndMasked() {
        var event = said("app", "Mail to robin@customer.example bounces", 0);
        ear.hear(event);

        group();
        group();

        assertThat(names()).singleElement().asString().doesNotContain("robin@").endsWith(" 1");
        assertThat(entries.of(board.list(all()).getFirst().theme().id()))
                .singleElement()
                .satisfies(said -> assertThat(said.text()).doesNotContain("robin@"));
    }

    @Test
    void nothingToSayIsOnNoBoard() {
        said(ProductFeedback.NONE, "", 0);
        said("app", "  ", 0);

        group();

        assertThat(names()).isEmpty();
    }

    @Test
    void whatFailsIsTriedAgainAndKeepsNothingElseWaiting() {
        var event = said("app", "Log-in fails", 0);
        when(inquiries.get(event.inquiryId())).thenThrow(new IllegalStateException("away"));
        said("app", "The fees are hard to find", 0);

        group();
        assertThat(names()).containsExactly("The fees are hard to find 1");
        org.mockito.Mockito.reset(inquiries);
        var file = mock(CaseFile.class);
        when(file.number()).thenReturn("TA-1000-0001");
        when(inquiries.get(any())).thenReturn(file);
        when(inquiries.productFeedback(event.inquiryId(), event.conversationKey()))
                .thenReturn(Optional.of(new ProductFeedback("app", "Log-in fails")));
        new Grouping(
                        entries,
                        themes,
                        new Likeness(meanings),
                        news(),
                        inquiries,
                        DATABASE.transactions(),
                        Clock.offset(clock(), Duration.ofSeconds(5)))
                .group();

        assertThat(names()).hasSize(2);
    }

    @Test
    void theTrendComparesTheLastSevenDaysWithTheSevenBefore() {
        said("app", "Log-in fails after the update", 1);
        said("app", "Log-in fails after the update", 6);
        said("app", "Log-in fails after the update", 8);
        said("app", "Log-in fails after the update", 20);
        group();

        var listed = board.list(all()).getFirst();

        assertThat(listed.trend()).isEqualTo("2 in the last 7 days, 1 in the 7 before");
        assertThat(listed.entries()).isEqualTo(4);
        assertThat(listed.days()).hasSize(14);
        assertThat(listed.topics()).containsExactly("app-login");
        assertThat(board.list(new Filter("", "", "7")).getFirst().entries()).isEqualTo(2);
        assertThat(board.list(new Filter("website", "", ""))).isEmpty();
        assertThat(board.list(new Filter("", "done", ""))).isEmpty();
    }

    @Test
    void peopleRenameMoveAndMergeAndNewcomersFollow() {
        said("app", "Log-in fails after the update", 0);
        said("app", "The fees are hard to find", 0);
        group();
        var login = theme("Log-in fails after the update");
        var fees = theme("The fees are hard to find");

        assertThat(curating.rename(login, " Sign-in ", "lea")).isEmpty();
        assertThat(curating.merge(fees, login, "lea")).isEmpty();
        assertThat(curating.become(login, "planned", "lea")).isEmpty();
        said("app", "The fees are hard to find", 0);
        group();

        assertThat(names()).containsExactly("Sign-in 3");
        assertThat(themes.find(fees).orElseThrow().mergedInto()).isEqualTo(login);
        var entry = entries.of(login).getFirst().key();
        assertThat(curating.move(entry, Optional.empty())).isEmpty();
        assertThat(names()).hasSize(2);
        assertThat(curating.move(entry, Optional.of(login))).isEmpty();
        assertThat(names()).containsExactly("Sign-in 3");
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        said("app", "Log-in fails after the update", 0);
        group();
        var login = theme("Log-in fails after the update");

        assertThat(curating.rename(login, " ", "lea"))
                .hasValueSatisfying(why -> assertThat(why).startsWith("Name:"));
        assertThat(curating.become(login, "later", "lea"))
                .hasValueSatisfying(why -> assertThat(why).contains("\"later\" is none"));
        assertThat(curating.merge(login, login, "lea")).isPresent();
        assertThat(curating.merge(login, UUID.randomUUID(), "lea")).isPresent();
        assertThat(curating.move("no such", Optional.empty())).isPresent();
        assertThat(names()).containsExactly("Log-in fails after the update 1");
    }

    private void group() {
        new Grouping(entries, themes, new Likeness(meanings), news(), inquiries, DATABASE.transactions(), clock())
                .group();
    }

    private News news() {
        var nobody = new BoardSettings(null, "", 1, Duration.ofSeconds(1));
        return new News(DATABASE.client(), themes, nobody, new ObjectMapper(), clock());
    }

    private List<String> names() {
        return board.list(all()).stream()
                .map(listed -> listed.theme().name() + " " + listed.entries())
                .toList();
    }

    private UUID theme(String name) {
        return board.list(all()).stream()
                .map(Listed::theme)
                .filter(theme -> theme.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private AnsweredByPerson said(String area, @Nullable String text, int daysAgo) {
        var id = InquiryId.next();
        var event = new AnsweredByPerson(
                UUID.randomUUID(),
                id,
                NOW.minus(Duration.ofDays(daysAgo)),
                id + ":2",
                UUID.randomUUID(),
                "ANSWERED",
                "USED",
                null,
                "app-login",
                area);
        when(inquiries.productFeedback(id, id + ":2")).thenReturn(Optional.of(new ProductFeedback(area, text)));
        ear.hear(event);
        return event;
    }

    private static Filter all() {
        return new Filter("", "", "");
    }

    private static float[] at(double degrees) {
        var angle = Math.toRadians(degrees);
        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
