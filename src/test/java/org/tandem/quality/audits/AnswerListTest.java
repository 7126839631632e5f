package org.tandem.quality.audits;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.audits.AnswerList.Wanted;
import org.tandem.quality.audits.AnswerList.What;
import org.tandem.testing.EmptyDatabase;

@Execution(ExecutionMode.CONCURRENT)
class AnswerListTest {

    private static final LocalDate DAY = LocalDate.ofInstant(Audited.NOON, ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void theListHasAsManyAnswersAsTheNumberSays(String kind) {
        var database = (kind.equals("H2") ? EmptyDatabase.h2() : EmptyDatabase.postgres()).client();
        var audited = new Audited(new AuditSettings(0.5, 0.5, 0.2, 0, 0.5), database);
        var reviews = new ReviewTable(database);
        var table = new AuditTable(database);
        for (int i = 0; i < 40; i++) {
            var key = Audited.key(audited.aiAnswers(i % 2 == 0 ? "refund-status" : "card-limits", 0.001));
            if (i % 4 != 0) {
                reviews.add(key, 1, "rita", new Review(i % 3 != 0, true, true, false, false, null), Audited.NOON);
                table.reviewed(key, 1, i % 3 != 0, true);
            }
            audited.personAnswers(InquiryId.next(), 2);
        }
        var list = new AnswerList(database);
        var sums = new AuditEstimate(database).of(DAY, DAY);

        for (var by : AnsweredBy.values()) {
            var all = sums.of(by).overall();
            assertThat(count(list, by, What.GIVEN)).isEqualTo((int) all.answers());
            assertThat(count(list, by, What.AUDITED))
                    .isEqualTo((int) all.wrong().audits());
            assertThat(count(list, by, What.OPEN)).isEqualTo((int) all.open());
        }
        var topics = sums.of(AnsweredBy.AI).byTopic();
        assertThat(topics).hasSize(2);
        topics.forEach((topic, all) -> assertThat(
                        list.count(new Wanted(DAY, DAY, Set.of(AnsweredBy.AI), topic, What.GIVEN)))
                .isEqualTo(all.answers()));
        assertThat(count(list, AnsweredBy.AI, What.WRONG))
                .isPositive()
                .isEqualTo(audited.count("drawn and not is_right"));
        assertThat(list.count(new Wanted(DAY.minusDays(9), DAY.minusDays(1), Set.of(AnsweredBy.AI), null, What.WRONG)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void eachAnswerLeadsToItsCaseAlsoIfNobodyReviewsIt(String kind) {
        var database = (kind.equals("H2") ? EmptyDatabase.h2() : EmptyDatabase.postgres()).client();
        var answered =
                new Audited(new AuditSettings(0.5, 0.5, 0.2, 0, 0.5), database).aiAnswers("refund-status", 0.001);
        database.sql("""
                        insert into case_figures (inquiry_id, number, received_at, received_on, topic, answered_by, held_out, automated,
                            settled, reopened, repeat_contact, came_back, asked, handling, label, ai_cost, human_cost)
                        values (?, 'TA-1000-0001', ?, ?, 'refund-status', 'AI', false, true, false, false, false, false, false, 0, 'UNKNOWN', 0, 0)
                        """)
                .params(answered.value(), Timestamp.from(Audited.NOON), DAY)
                .update();

        var wanted = new Wanted(DAY, DAY, Set.of(AnsweredBy.AI), null, What.GIVEN);

        assertThat(new AnswerList(database).page(wanted, 0, 10))
                .extracting(AuditList.Item::number)
                .containsExactly("TA-1000-0001");
    }

    /** The same in the number, the pages and the file. */
    private static int count(AnswerList list, AnsweredBy by, What what) {
        var wanted = new Wanted(DAY.minusDays(1), DAY.plusDays(1), Set.of(by), null, what);
        int count = (int) list.count(wanted);
        var read = new ArrayList<AuditList.Item>();
        list.each(wanted, read::add);
        assertThat(read).hasSize(count);
        assertThat(list.page(wanted, 0, 100)).containsExactlyInAnyOrderElementsOf(read);
        assertThat(list.page(wanted, count, 100)).isEmpty();
        return count;
    }
}
