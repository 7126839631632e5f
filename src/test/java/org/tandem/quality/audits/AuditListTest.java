package org.tandem.quality.audits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class AuditListTest {

    private final Audited audited = new Audited(new AuditSettings(1, 1, 0, 0, 1));
    private final AuditList list = new AuditList(audited.database);

    /** They are read some at a time, here of answers that were all given in the same moment. */
    @Test
    void everyReviewIsReadOnceHoweverManyThereAre() {
        var reviews = new ReviewTable(audited.database);
        for (int i = 0; i < 160; i++) {
            var key = Audited.key(audited.aiAnswers("refund-status", 0.05));
            for (int round = 1; round <= 1 + i % 2; round++) {
                reviews.add(key, round, "anna", new Review(true, true, true, false, false, "" + i), Audited.NOON);
            }
        }

        var read = new ArrayList<String>();
        list.each(Audited.NOON, Audited.NOON.plusSeconds(1), item -> {
            if (item.said() != null) {
                read.add(item.said().round() + " of " + item.said().review().note());
            }
        });

        assertThat(read).hasSize(240).doesNotHaveDuplicates();
    }

    @Test
    void onlyAnswersOfThatTimeAreRead() {
        var key = Audited.key(audited.aiAnswers("refund-status", 0.05));
        new ReviewTable(audited.database)
                .add(key, 1, "anna", new Review(true, true, true, false, false, null), Audited.NOON);

        var read = new ArrayList<AuditList.Item>();
        list.each(Audited.NOON.minusSeconds(9), Audited.NOON, read::add);
        assertThat(read).isEmpty();
        list.each(Audited.NOON, Audited.NOON.plusSeconds(1), read::add);
        assertThat(read).hasSize(1);
    }
}
