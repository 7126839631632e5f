package org.tandem.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.desk.Drafts.Keeping;
import org.tandem.desk.web.DeskTest;

@DeskTest
class DraftsTest {

    private static final AtomicLong KEYS = new AtomicLong(7_000_000);

    private final Drafts drafts;
    private final JdbcClient database;
    private long key;

    @Autowired
    DraftsTest(Drafts drafts, JdbcClient database) {
        this.drafts = drafts;
        this.database = database;
    }

    @BeforeEach
    void aTask() {
        key = KEYS.incrementAndGet();
    }

    @Test
    void whatIsTypedInAWindowThatIsBehindIsSetAsideBeforeItIsDecidedWhichOneCounts() {
        keep("one", 0, "first");

        assertThat(keep("oth", 0, "second")).isInstanceOf(Keeping.ChangedElsewhere.class);
        assertThat(keep("other", 0, "second")).isInstanceOf(Keeping.ChangedElsewhere.class);

        assertThat(draft()).isEqualTo("one");
        assertThat(aside()).containsExactly("other");
        assertThat(drafts.aside(key, "bo")).isEmpty();
    }

    @Test
    void whatIsNotGoneOnWithIsSetAsideInsteadOfWhatIs() {
        keep("one", 0, "first");
        keep("other", 0, "second");

        assertThat(keep("other, decided", 1, "second")).isEqualTo(new Keeping.Kept(2));

        assertThat(draft()).isEqualTo("other, decided");
        assertThat(aside()).containsExactly("one");
        assertThat(keep("one", 2, "second")).isEqualTo(new Keeping.Kept(3));
        assertThat(draft()).isEqualTo("one");
        assertThat(aside()).containsExactly("other, decided");
    }

    @Test
    void whatWasDecidedFromAnOldTextLosesNeither() {
        keep("one", 0, "first");
        keep("other", 0, "second");
        keep("one more", 1, "first");

        assertThat(keep("other, decided", 1, "second")).isInstanceOf(Keeping.ChangedElsewhere.class);

        assertThat(draft()).isEqualTo("one more");
        assertThat(aside()).containsExactly("other, decided");
    }

    @Test
    void whatIsThereAlreadyIsNoConflict() {
        keep("one", 0, "first");

        assertThat(keep("one", 0, "first")).isEqualTo(new Keeping.Kept(1));
        assertThat(aside()).isEmpty();
    }

    @Test
    void whatIsSetAsideGoesWhenItIsDropped() {
        keep("one", 0, "first");
        keep("other", 0, "second");
        keep("third", 0, "third");

        drafts.drop(key, "bo", "second");
        assertThat(aside()).containsExactlyInAnyOrder("other", "third");
        drafts.drop(key, "anna", "second");
        assertThat(aside()).containsExactly("third");
    }

    @Test
    void whatIsSetAsideGoesWithTheDraft() {
        keep("one", 0, "first");
        keep("other", 0, "second");
        drafts.keep(key, "bo", "by Bo", 0, "first");
        drafts.keep(key, "bo", "by Bo, too", 0, "second");

        drafts.forget(key, "anna");

        assertThat(aside()).isEmpty();
        assertThat(drafts.aside(key, "bo")).hasSize(1);
    }

    @Test
    void whatIsSetAsideIsForgottenWhenItIsAsOldAsADraftMayBe() {
        keep("one", 0, "first");
        keep("other", 0, "second");
        keep("third", 0, "third");
        database.sql("update task_draft_aside set saved_at = ? where task_key = ? and window_name = 'second'")
                .params(Timestamp.from(Instant.now().minus(Duration.ofDays(15))), key)
                .update();

        drafts.forgetOld();

        assertThat(draft()).isEqualTo("one");
        assertThat(aside()).containsExactly("third");
    }

    /** Rather than to lose the oldest: what is not set aside here is still in its window, which says so. */
    @Test
    void onlySoManyTextsAreSetAside() {
        keep("one", 0, "first");
        for (var window = 1; window <= Drafts.MOST_ASIDE; window++) {
            assertThat(keep("text " + window, 0, "window" + window))
                    .isInstanceOfSatisfying(
                            Keeping.ChangedElsewhere.class,
                            elsewhere -> assertThat(elsewhere.isSetAside()).isTrue());
        }

        assertThat(keep("too many", 0, "another"))
                .isInstanceOfSatisfying(
                        Keeping.ChangedElsewhere.class,
                        elsewhere -> assertThat(elsewhere.isSetAside()).isFalse());
        keep("text 1 and more", 0, "window1");

        assertThat(aside())
                .hasSize(Drafts.MOST_ASIDE)
                .contains("text 1 and more")
                .doesNotContain("too many");
    }

    private Keeping keep(String content, int seen, String window) {
        return drafts.keep(key, "anna", content, seen, window);
    }

    private String draft() {
        return drafts.of(key, "anna").orElseThrow().content();
    }

    private List<String> aside() {
        return drafts.aside(key, "anna").stream().map(Drafts.Aside::content).toList();
    }
}
