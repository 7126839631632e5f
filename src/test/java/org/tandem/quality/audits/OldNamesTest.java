package org.tandem.quality.audits;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.inquiry.InquiryId;
import org.tandem.testing.EmptyDatabase;

@Execution(ExecutionMode.CONCURRENT)
class OldNamesTest {

    private static final NamesSettings SETTINGS = new NamesSettings(Duration.ofDays(400));
    private static final Instant NOW = Audited.NOON.plus(Duration.ofDays(500));
    private static final Instant OLD = NOW.minus(SETTINGS.retention()).minusSeconds(1);
    private static final Instant YOUNG = OLD.plusSeconds(2);

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void namesAreForgottenWhenTheyAreOldAndWhatWasFoundIsStillCounted(String kind) {
        var database = (kind.equals("H2") ? EmptyDatabase.h2() : EmptyDatabase.postgres()).client();
        var audited = new Audited(new AuditSettings(1, 1, 1, 0, 1), database);
        var reviews = new ReviewTable(database);
        var old = byAnna(audited);
        review(audited, old, "rita", "chen", OLD, OLD);
        var olds = Audited.key(audited.aiAnswers("refund-status", 0.05));
        review(audited, olds, "rita", "chen", OLD, OLD);
        var reviewedLately = byAnna(audited);
        review(audited, reviewedLately, "rita", "chen", OLD, YOUNG);
        var halfDone = byAnna(audited);
        review(audited, halfDone, "rita", null, OLD, OLD);
        var before = new AuditEstimate(database).of(LocalDate.EPOCH, day(NOW)).parts();

        var names = new OldNames(database, SETTINGS, Clock.fixed(NOW, ZoneOffset.UTC));
        names.forget();
        names.forget();

        assertThat(reviews.reviewers(old)).containsExactly("", "");
        assertThat(reviews.reviewers(olds)).containsExactly("", "");
        assertThat(reviews.reviewers(reviewedLately)).containsExactly("", "chen");
        assertThat(reviews.reviewers(halfDone)).containsExactly("rita");
        assertThat(audited.count(
                        "agent = 'anna' and conversation_key in ('%s', '%s')".formatted(reviewedLately, halfDone)))
                .isEqualTo(2);
        assertThat(audited.count("agent is not null")).isEqualTo(2);
        assertThat(database.sql("select conversation_key from audit_review where note is null")
                        .query(String.class)
                        .list())
                .containsOnly(old, reviewedLately);
        assertThat(new AuditEstimate(database).of(LocalDate.EPOCH, day(NOW)).parts())
                .isEqualTo(before);
        assertThat(new AuditList(database).done(10)).hasSize(7);
    }

    private static String byAnna(Audited audited) {
        var id = InquiryId.next();
        audited.personAnswers(id, 2);
        var key = id + ":2";
        new AuditTable(audited.database).prepared(key, "TA-1", "anna");
        return key;
    }

    private static void review(
            Audited audited, String key, String first, @Nullable String second, Instant firstAt, Instant secondAt) {
        var table = new AuditTable(audited.database);
        var reviews = new ReviewTable(audited.database);
        audited.database
                .sql("update audit set requested_at = ? where conversation_key = ?")
                .params(Timestamp.from(OLD), key)
                .update();
        var said = new Review(false, true, true, false, false, "Not so.");
        reviews.add(key, 1, first, said, firstAt);
        table.reviewed(key, 1, false, false);
        if (second != null) {
            reviews.add(key, 2, second, said, secondAt);
            table.reviewed(key, 2, false, true);
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
