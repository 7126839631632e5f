package org.tandem.desk.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tandem.desk.hours.SampleCalendars;
import org.tandem.desk.pool.Level;
import org.tandem.desk.pool.Profile;
import org.tandem.desk.pool.Profiles;
import org.tandem.desk.pool.Roster;
import org.tandem.desk.pool.Slot;
import org.tandem.desk.pool.Slots;
import org.tandem.inquiry.Waits;
import org.tandem.inquiry.Waits.Arrivals;
import org.tandem.inquiry.Waits.Wait;

class WorkAheadTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** A Thursday evening in winter; people work until eight. */
    private static final Instant NOW = Instant.parse("2026-11-26T17:40:00Z");

    private final Waits waits = mock();
    private final Profiles profiles = mock();
    private final Roster roster = mock();
    private final Slots slots = mock();
    private final WorkAhead ahead = new WorkAhead(
            waits,
            profiles,
            roster,
            slots,
            new Forecasts(waits, SampleCalendars.ofCases(), Clock.fixed(NOW, ZoneOffset.UTC)),
            SampleCalendars.ofCases(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whoIsAvailableCountsNowAndWhoAnnouncedThemselvesThenEachOnceAndOnlyWithTheSkill() {
        when(profiles.all()).thenReturn(List.of(able("anna", "care"), able("bo", "care"), able("carl", "general")));
        when(roster.there()).thenReturn(Set.of("anna", "carl"));
        when(slots.between(any(), any()))
                .thenReturn(List.of(slot("anna", 17, 19), slot("bo", 18, 20), slot("carl", 17, 20)));

        var hours = ahead.of("care").hours();

        assertThat(hours).hasSize(12);
        assertThat(hours.getFirst().from()).isEqualTo("2026-11-26T17:00:00Z");
        assertThat(hours.subList(0, 4)).extracting(WorkAhead.Hour::people).containsExactly(1 / 3.0, 2.0, 1.0, 0.0);
        assertThat(hours.subList(0, 4)).extracting(WorkAhead.Hour::open).containsExactly(true, true, true, false);
        assertThat(ahead.of(null).hours())
                .first()
                .extracting(WorkAhead.Hour::people)
                .isEqualTo(2 / 3.0);
    }

    @Test
    void peopleWorkByTheHoursOfTheMarketsThatCasesCameFrom() {
        when(waits.calendars(any())).thenReturn(Set.of("sweden"));

        assertThat(ahead.of("care").hours().subList(0, 4))
                .extracting(WorkAhead.Hour::open)
                .containsOnly(false);
    }

    @Test
    void whatIsExpectedComesFromPastWeeks() {
        when(waits.arrivals(any()))
                .thenReturn(List.of(
                        new Arrivals("care", Instant.parse("2026-10-01T00:00:00Z"), 1),
                        new Arrivals("care", Instant.parse("2026-11-19T18:00:00Z"), 16)));

        var found = ahead.of("care");

        assertThat(found.weeks()).isEqualTo(8);
        assertThat(found.hours().get(1).cases()).hasValue(2);
        assertThat(found.hours().get(2).cases()).hasValue(0);
        assertThat(found.hours().get(1).work()).isEmpty();
    }

    @Test
    void theWorkIsWhatComesTimesHowLongOneTakes() {
        when(waits.arrivals(any()))
                .thenReturn(List.of(
                        new Arrivals("care", Instant.parse("2026-10-01T00:00:00Z"), 1),
                        new Arrivals("care", Instant.parse("2026-11-19T18:00:00Z"), 16)));
        when(waits.in(any(), any()))
                .thenReturn(IntStream.range(0, 8)
                        .mapToObj(i ->
                                new Wait("care", NOW.minusSeconds(9000), NOW.minusSeconds(8000 - i * 900L), "anna"))
                        .toList());

        assertThat(ahead.handling("care")).contains(Duration.ofMinutes(15));
        assertThat(ahead.of("care").hours().get(1).work()).hasValue(0.5);
        assertThat(ahead.of(null).hours().get(1).work()).hasValue(0.5);
        assertThat(ahead.of("care").hours().get(2).work()).hasValue(0);
    }

    @Test
    void whoHasSeveralSkillsIsSharedOutByWhatIsExpected() {
        when(profiles.all()).thenReturn(List.of(able("anna", "care", "general", "payments"), able("bo", "care")));
        when(slots.between(any(), any())).thenReturn(List.of(slot("anna", 18, 20), slot("bo", 18, 19)));
        when(waits.arrivals(any()))
                .thenReturn(List.of(
                        new Arrivals("care", Instant.parse("2026-10-01T00:00:00Z"), 1),
                        new Arrivals("care", Instant.parse("2026-11-19T18:00:00Z"), 24),
                        new Arrivals("general", Instant.parse("2026-11-19T18:00:00Z"), 8)));

        assertThat(people("care")).containsExactly(1.75, 1 / 3.0);
        assertThat(people("general")).containsExactly(0.25, 1 / 3.0);
        assertThat(people("payments")).containsExactly(0.0, 1 / 3.0);
        assertThat(people(null)).containsExactly(2.0, 1.0);
    }

    private List<Double> people(@Nullable String queue) {
        return ahead.of(queue).hours().subList(1, 3).stream()
                .map(WorkAhead.Hour::people)
                .toList();
    }

    private static Profile able(String agent, String... skills) {
        var all = Stream.concat(Stream.of(skills), Stream.of("language:en")).collect(Collectors.toSet());
        return new Profile(agent, Level.values()[0], all, 2, LONDON);
    }

    private static Slot slot(String agent, int from, int to) {
        return new Slot(UUID.randomUUID(), agent, at(from), at(to), LONDON, null);
    }

    private static LocalDateTime at(int hour) {
        return LocalDateTime.of(2026, 11, 26, hour, 0);
    }
}
