package org.tandem.desk.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.desk.Retention;
import org.tandem.desk.RetentionSettings;
import org.tandem.desk.pool.Offer.State;
import org.tandem.testing.EmptyDatabase;

@Execution(ExecutionMode.CONCURRENT)
class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final RetentionSettings SETTINGS = new RetentionSettings(Duration.ofDays(400));
    private static final Instant OLD = NOW.minus(SETTINGS.retention()).minusSeconds(1);
    private static final Instant YOUNG = OLD.plusSeconds(2);

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void whatIsOldIsDeletedUnlessSomebodyWorksOnItOrHasAskedWhy(String kind) {
        var database = kind.equals("H2") ? EmptyDatabase.h2() : EmptyDatabase.postgres();
        var table = new OfferTable(database.client());
        var reviews = new ReviewTable(database.client());
        for (var i = 0; i < 503; i++) {
            done(table, offer(table, OLD.minusSeconds(i)));
        }
        var young = done(table, offer(table, YOUNG));
        var stillOpen = offer(table, OLD);
        var asked = done(table, offer(table, OLD));
        question(reviews, asked, null);
        var answeredLately = done(table, offer(table, OLD));
        question(reviews, answeredLately, YOUNG);
        var answeredLongAgo = done(table, offer(table, OLD));
        question(reviews, answeredLongAgo, OLD);
        new PresenceTable(database.client()).note(new PresenceTable.Change("anna", true, OLD));
        new PresenceTable(database.client()).note(new PresenceTable.Change("anna", false, YOUNG));

        var old = new OldOffers(new Retention(
                database.client(),
                new TransactionTemplate(database.transactions()),
                SETTINGS,
                Clock.fixed(NOW, ZoneOffset.UTC)));
        old.delete();
        old.delete();

        assertThat(ids(database, "select id from pool_offer"))
                .containsExactlyInAnyOrder(young, stillOpen, asked, answeredLately);
        assertThat(ids(database, "select offer from pool_offer_step"))
                .containsExactlyInAnyOrder(young, asked, answeredLately);
        assertThat(ids(database, "select id from pool_presence_change")).hasSize(1);
        assertThat(table.kept(asked).orElseThrow().decision()).contains("the others");
    }

    @Test
    void noRetentionIsTooShortToExplain() {
        assertThatThrownBy(() -> new RetentionSettings(Duration.ofDays(29)))
                .hasMessage("tandem.desk.retention is how long decisions about people's work can be explained, at least"
                        + " 30d, not PT696H");
    }

    private static final AtomicLong TASKS = new AtomicLong();

    private static UUID offer(OfferTable table, Instant at) {
        var offer = new Offer(
                UUID.randomUUID(),
                TASKS.incrementAndGet(),
                "anna",
                "TA-1",
                at,
                at.plusSeconds(60),
                null,
                "You come first.",
                State.MADE,
                at,
                null);
        table.add(offer, "{\"others\": \"the others\"}", 0);
        return offer.id();
    }

    private static UUID done(OfferTable table, UUID offer) {
        table.close(offer, false);
        table.note(offer, 1, State.DECLINED, "anna", OLD, null);
        return offer;
    }

    private static void question(ReviewTable reviews, UUID offer, @Nullable Instant answered) {
        var id = UUID.randomUUID();
        reviews.add(new Review(id, "anna", offer, "Why?", OLD, null, null, null, null));
        if (answered != null) {
            reviews.decide(id, Review.Decision.STANDS, "lea", "So it was.", answered);
        }
    }

    private static List<UUID> ids(EmptyDatabase database, String select) {
        return database.client().sql(select).query(UUID.class).list();
    }
}
