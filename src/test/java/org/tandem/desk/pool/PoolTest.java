package org.tandem.desk.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.staff.Workforce;

/** What agents can do, when they are there, and when they say they will be. */
class PoolTest {

    /** The day before clocks go forward in Europe. */
    private final HandClock clock = new HandClock("2026-03-28T08:00:00Z");

    private Profiles profiles;
    private Availability availability;
    private Slots slots;

    @BeforeEach
    void aPoolWithAnna() {
        var source = PoolDatabase.H2.create();
        var database = JdbcClient.create(source);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        var table = new ProfileTable(database);
        var beans = new StaticListableBeanFactory();
        beans.addBean("routing", (RoutingSkills) () -> Set.of("general", "payments", "language:"));
        profiles = new Profiles(table, beans.getBeanProvider(RoutingSkills.class), mock(Workforce.class), clock);
        availability = new Availability(new PresenceTable(database), table, transaction, clock);
        slots = new Slots(new SlotTable(database), table, transaction, clock);
        profiles.change("anna", form("payments, General", "sv"), "lea");
    }

    @ParameterizedTest
    @ValueSource(strings = {"language:xx", "language:sv", "Language:"})
    void aLanguageIsNoSkill(String skill) {
        assertThatThrownBy(() -> profiles.change("anna", form("general, " + skill, "en"), "lea"))
                .asInstanceOf(type(PoolRefused.class))
                .extracting(PoolRefused::flaws)
                .isEqualTo(Map.of(
                        "skills",
                        "%s is no skill: write languages in their own field, by their codes such as en, sv, de."
                                .formatted(skill.toLowerCase(Locale.ROOT))));
        assertThat(profiles.of("anna").orElseThrow().languages()).containsExactly("sv");
    }

    @Test
    void aProfileIsKeptAsItWasNoted() {
        var anna = profiles.of("anna").orElseThrow();

        assertThat(anna.skills()).containsExactly("general", "language:sv", "payments");
        assertThat(anna.languages()).containsExactly("sv");
        assertThat(anna.level()).isEqualTo(Level.STUDENT);
        assertThat(profiles.change("anna", ProfileForm.of(anna), "lea")).isEqualTo(anna);
        assertThat(profiles.all()).containsExactly(anna);
        assertThat(profiles.of("bo")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-28T02:15 | 2027-03-28T02:45 |                   | starts,ends | There is no 02:15 on that day: clocks in Europe/Stockholm go from 02:00 to 03:00. Choose a time before or after.
            2027-03-28T01:00 | 2027-03-28T02:30 |                   | ends        | There is no 02:30 on that day: clocks in Europe/Stockholm go from 02:00 to 03:00. Choose a time before or after.
            2026-04-01T09:00 | 2026-04-01T12:00 | +999999999-12-31  | weeklyUntil | It is more than a year ahead: announce it later.
            +999999999-12-31T09:00 | +999999999-12-31T12:00 |       | starts      | It is more than a year ahead: announce it later.
            -999999999-01-01T09:00 | -999999999-01-01T12:00 | 2026-12-31 | starts | is in the past.
            """)
    void whatCannotBeAnnouncedIsRefusedInWords(
            String starts, String ends, @Nullable String until, String fields, String why) {
        assertThatThrownBy(() -> slots.announce("anna", new SlotForm(starts, ends, until)))
                .asInstanceOf(type(PoolRefused.class))
                .satisfies(refused -> {
                    assertThat(refused.flaws()).containsOnlyKeys(fields.split(","));
                    assertThat(refused.flaws().get(fields.split(",")[0])).endsWith(why);
                });
        assertThat(slots.of("anna")).isEmpty();
    }

    @Test
    void whatIsWrongAboutAProfileIsToldByFieldAndNothingIsChanged() {
        var wrong = new ProfileForm("BOSS", "paymants", "svenska", "0", "Mars");

        assertThatThrownBy(() -> profiles.change("anna", wrong, "lea"))
                .asInstanceOf(type(PoolRefused.class))
                .satisfies(refused -> assertThat(refused.flaws())
                        .containsOnlyKeys("level", "skills", "languages", "cap", "zone")
                        .hasEntrySatisfying(
                                "skills",
                                flaw -> assertThat(flaw)
                                        .contains("No task needs paymants", "There are: general, payments.")));
        assertThat(profiles.of("anna").orElseThrow().cap()).isEqualTo(2);
    }

    @Test
    void whoeverIsInThePoolIsAvailableOrAwayAsTheySaidLast() {
        availability.become("anna", true);
        availability.become("anna", true);
        clock.pass(Duration.ofMinutes(20));
        availability.become("anna", false);
        clock.pass(Duration.ofMinutes(60));
        availability.become("anna", true);
        clock.pass(Duration.ofMinutes(5));

        var anna = availability.of("anna").orElseThrow();
        assertThat(anna.available()).isTrue();
        assertThat(Duration.between(anna.idleSince(), clock.instant()))
                .as("a break takes nothing away and adds nothing")
                .isEqualTo(Duration.ofMinutes(25));
        assertThatThrownBy(() -> availability.become("bo", true)).hasMessageContaining("A lead can do that");
    }

    @Test
    void aWeeklySlotStaysWhereItIsOnTheWallWhenClocksChange() {
        slots.announce("anna", new SlotForm("2026-03-28T21:00", "2026-03-29T04:00", "2026-04-04"));

        var times = slots.of("anna").getFirst().times();
        assertThat(times)
                .containsExactly(
                        time("2026-03-28T20:00:00Z", "2026-03-29T02:00:00Z"),
                        time("2026-04-04T19:00:00Z", "2026-04-05T02:00:00Z"));
        assertThat(slots.between(Instant.parse("2026-04-05T01:00:00Z"), Instant.parse("2026-04-05T03:00:00Z")))
                .hasSize(1);
        assertThat(slots.between(Instant.parse("2026-04-05T02:00:00Z"), Instant.parse("2026-04-05T03:00:00Z")))
                .isEmpty();
        clock.pass(Duration.ofDays(8));
        assertThat(slots.of("anna")).isEmpty();
    }

    @Test
    void inAWeekInWhichClocksSkipItATimeCountsAsTheOneTheyThenShow() {
        slots.announce("anna", new SlotForm("2026-04-05T02:30", "2026-04-05T04:00", "2027-03-28"));

        assertThat(slots.of("anna").getFirst().times()).endsWith(time("2027-03-28T01:30:00Z", "2027-03-28T02:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-30T12:00, 2026-03-30T09:00, , ends, before it begins",
        "2026-03-30T12:00, 2026-03-30T12:00, , ends, before it begins",
        "2026-03-30T06:00, 2026-03-30T22:01, , ends, longer than 16 hours",
        "2026-03-28T08:00, 2026-03-28T12:00, , starts, is in the past",
        "2026-03-30T09:30, 2026-03-30T09:45, , starts, 'announced Mon 30 Mar 2026, 09:00 to Mon 30 Mar 2026, 10:00"
                + " already'",
        "2026-03-16T08:30, 2026-03-16T09:30, 2026-05-01, starts, in the past",
        "2026-04-06T08:30, 2026-04-06T09:30, 2026-05-01, starts, overlap",
        "2026-03-31T09:00, 2026-03-31T12:00, 2026-03-30, weeklyUntil, before the first",
        "2026-03-31T09:00, 2026-03-31T12:00, 2029-03-30, weeklyUntil, more than a year",
        "tomorrow, 2026-03-30T12:00, , starts, cannot be read",
        "2026-03-30T09:00, , soon, weeklyUntil, cannot be read"
    })
    void whatIsImpossibleIsRefusedWithTheReason(String starts, String ends, String until, String field, String reason) {
        slots.announce("anna", new SlotForm("2026-03-30T09:00", "2026-03-30T10:00", "2026-04-27"));

        assertThatThrownBy(() -> slots.announce("anna", new SlotForm(starts, ends, until)))
                .asInstanceOf(type(PoolRefused.class))
                .satisfies(refused -> assertThat(refused.flaws())
                        .hasEntrySatisfying(field, flaw -> assertThat(flaw).contains(reason)));
        assertThat(slots.of("anna")).hasSize(1);
    }

    @Test
    void whatIsTakenBackLeavesRoomForAnother() {
        var form = new SlotForm("2026-03-30T09:00", "2026-03-30T10:00", null);
        slots.announce("anna", form);
        var slot = slots.of("anna").getFirst();

        slots.revoke("bo", slot.id());
        assertThat(slots.of("anna")).as("nobody takes back what is another's").hasSize(1);
        slots.revoke("anna", slot.id());

        assertThat(slots.of("anna")).isEmpty();
        slots.announce("anna", form);
        assertThat(slots.of("anna")).hasSize(1);
    }

    private static Slot.Time time(String from, String to) {
        return new Slot.Time(Instant.parse(from), Instant.parse(to));
    }

    private static ProfileForm form(String skills, String languages) {
        return new ProfileForm("STUDENT", skills, languages, "2", "Europe/Stockholm");
    }
}
