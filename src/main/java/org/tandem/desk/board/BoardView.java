package org.tandem.desk.board;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The board as it is read: counted by the database, so that it opens at once however much was said. */
@Repository("feedbackBoard")
class BoardView {

    private static final int DAYS = 14;
    private static final int TOPICS = 3;

    private final JdbcClient database;
    private final Themes themes;
    private final Clock clock;

    BoardView(JdbcClient database, Themes themes, Clock clock) {
        this.database = database;
        this.themes = themes;
        this.clock = clock;
    }

    private record Count(int entries, Instant last) {}

    /** What most was said about comes first. */
    List<Listed> list(Filter filter) {
        var now = clock.instant();
        var counts = counts(filter.since(now));
        var days = days(now);
        var topics = topics(filter.since(now));
        return themes.all().stream()
                .filter(filter::fits)
                .flatMap(theme -> Optional.ofNullable(counts.get(theme.id())).stream()
                        .map(count -> new Listed(
                                theme,
                                count.entries(),
                                days.getOrDefault(theme.id(), Collections.nCopies(DAYS, 0)),
                                topics.getOrDefault(theme.id(), List.of()),
                                count.last())))
                .sorted(Comparator.comparingInt(Listed::entries)
                        .thenComparing(Listed::last)
                        .reversed())
                .toList();
    }

    Optional<Listed> one(UUID theme) {
        return list(new Filter("", "", "")).stream()
                .filter(listed -> listed.theme().id().equals(theme))
                .findFirst();
    }

    List<String> areas() {
        return database.sql("select distinct area from feedback_theme order by area")
                .query(String.class)
                .list();
    }

    private Map<UUID, Count> counts(Instant since) {
        var counts = new HashMap<UUID, Count>();
        database.sql("""
                        select theme_id, count(*) as entries, max(said_at) as last_at from feedback_entry
                        where theme_id is not null and said_at >= ? group by theme_id
                        """).param(Timestamp.from(since)).query(row -> {
            counts.put(
                    row.getObject("theme_id", UUID.class),
                    new Count(row.getInt("entries"), row.getTimestamp("last_at").toInstant()));
        });
        return counts;
    }

    private Map<UUID, List<Integer>> days(Instant now) {
        var days = new HashMap<UUID, List<Integer>>();
        var first = now.minus(Duration.ofDays(DAYS));
        database.sql("select theme_id, said_at from feedback_entry where theme_id is not null and said_at > ?")
                .param(Timestamp.from(first))
                .query(row -> {
                    var day = (int)
                            Duration.between(first, row.getTimestamp("said_at").toInstant())
                                    .toDays();
                    var counted = days.computeIfAbsent(
                            row.getObject("theme_id", UUID.class),
                            theme -> new ArrayList<>(Collections.nCopies(DAYS, 0)));
                    counted.set(Math.clamp(day, 0, DAYS - 1), counted.get(Math.clamp(day, 0, DAYS - 1)) + 1);
                });
        return days;
    }

    private Map<UUID, List<String>> topics(Instant since) {
        var topics = new HashMap<UUID, List<String>>();
        database.sql("""
                        select theme_id, topic, count(*) as entries from feedback_entry
                        where theme_id is not null and topic <> '' and said_at >= ?
                        group by theme_id, topic order by entries desc, topic
                        """).param(Timestamp.from(since)).query(row -> {
            var some = topics.computeIfAbsent(row.getObject("theme_id", UUID.class), theme -> new ArrayList<>());
            if (some.size() < TOPICS) {
                some.add(row.getString("topic"));
            }
        });
        return topics;
    }
}
