package org.tandem.desk.board;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tandem.privacy.PersonalData;

/**
 * New themes that somebody outside is to be told of: kept until they have heard it. A theme has a name only if a person gave it one, and
 * personal data in that are masked. What an agent wrote of a customer stays here, as nothing finds every name in it: until then the theme is
 * told by its area and number, and whoever follows the path reads the rest after signing in.
 */
@Repository("feedbackNews")
class News {

    private final JdbcClient database;
    private final Themes themes;
    private final BoardSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    News(JdbcClient database, Themes themes, BoardSettings settings, ObjectMapper json, Clock clock) {
        this.database = database;
        this.themes = themes;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** @param id of the event, by which whoever hears it twice knows it */
    record Item(UUID id, String body, int tries) {}

    /** Notes a theme once, as soon as it has enough entries. */
    void tell(Theme theme) {
        var entries = database.sql("select count(*) from feedback_entry where theme_id = ?")
                .param(theme.id())
                .query(Integer.class)
                .single();
        if (settings.webhook() == null || theme.announced() || entries < settings.entries()) {
            return;
        }
        var id = UUID.randomUUID();
        var now = clock.instant();
        var body = json.createObjectNode().put("type", "feedback.theme.found").put("timestamp", now.toString());
        body.putObject("data")
                .put("theme", theme.id().toString())
                .put("name", theme.named() ? PersonalData.mask(theme.name()) : numbered(theme))
                .put("named", theme.named())
                .put("area", theme.area())
                .put("entries", entries)
                .put("path", "/desk/feedback/" + theme.id());
        database.sql(
                        "insert into feedback_news (event_id, theme_id, body, at, due_at, tries) values (?, ?, ?, ?, ?, 0)")
                .params(id, theme.id(), body.toString(), Timestamp.from(now), Timestamp.from(now))
                .update();
        themes.announced(theme.id());
    }

    private String numbered(Theme theme) {
        return "%s, theme %d".formatted(theme.area(), themes.numberInArea(theme));
    }

    List<Item> due(int most) {
        return database.sql("select event_id, body, tries from feedback_news where due_at <= ? order by due_at limit ?")
                .params(Timestamp.from(clock.instant()), most)
                .query((row, number) ->
                        new Item(row.getObject("event_id", UUID.class), row.getString("body"), row.getInt("tries")))
                .list();
    }

    void heard(Item item) {
        database.sql("update feedback_news set due_at = null, tries = tries + 1 where event_id = ?")
                .param(item.id())
                .update();
    }

    void putOff(Item item, Instant due) {
        database.sql("update feedback_news set due_at = ?, tries = tries + 1 where event_id = ?")
                .params(Timestamp.from(due), item.id())
                .update();
    }
}
