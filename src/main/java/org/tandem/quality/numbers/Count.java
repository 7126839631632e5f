package org.tandem.quality.numbers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is counted: the condition by which a case is in a number is the one by which it is in the list behind that number. */
public enum Count {
    CASES("that were received", "true"),
    AUTOMATED("that no person was needed for", "automated = true"),
    SETTLED("that were resolved at least seven days ago", "settled = true"),
    RESOLVED("that were resolved for good", "settled = true and came_back = false"),
    CAME_BACK("whose customer came back within seven days", "came_back = true and settled = true"),
    REOPENED("that were reopened within seven days", "reopened = true and settled = true"),
    REPEATED("whose customer asked again within seven days", "repeat_contact = true and settled = true"),
    ASKED("whose customer was asked for a rating", "asked = true"),
    RATED("that were rated", "csat is not null"),
    SATISFIED("that were rated 4 or 5", "csat >= 4"),
    UNSATISFIED("that were rated 1 or 2", "csat <= 2"),
    REQUESTED("whose customer asked for a person", "person_requested_at is not null"),
    REACHED("whose customer asked for a person and got an answer of one", "person_wait is not null"),
    LABELLED_RIGHT("that were answered rightly, as far as is known", "label = 'RIGHT'"),
    LABELLED_WRONG("that were answered wrongly, as far as is known", "label = 'WRONG'"),
    AUDITED("that were audited", "audited_wrong is not null"),
    AUDITED_WRONG("that were audited and found wrong", "audited_wrong = true");

    private final String words;
    private final String condition;

    Count(String words, String condition) {
        this.words = words;
        this.condition = condition;
    }

    /** What the cases are that are counted, as in "all cases <i>that were rated</i>". */
    public String words() {
        return words;
    }

    /** How addresses and columns name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String condition() {
        return condition;
    }

    /** The column that is the same for all of them and begins an index, if there is one. */
    @Nullable
    String index() {
        return switch (this) {
            case RESOLVED, CAME_BACK -> "came_back";
            case REOPENED -> "reopened";
            case REPEATED -> "repeat_contact";
            case LABELLED_RIGHT, LABELLED_WRONG -> "label";
            case AUDITED_WRONG -> "audited_wrong";
            default -> null;
        };
    }

    public static Optional<Count> of(String key) {
        return Stream.of(values()).filter(count -> count.key().equals(key)).findFirst();
    }

    static String columns() {
        return Arrays.stream(values()).map(Count::key).collect(Collectors.joining(", "));
    }

    static String sums() {
        return Arrays.stream(values())
                .map(count -> "sum(case when %s then 1 else 0 end)".formatted(count.condition))
                .collect(Collectors.joining(", "));
    }
}
