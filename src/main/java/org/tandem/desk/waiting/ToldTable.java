package org.tandem.desk.waiting;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What those who wait were told last, until they wait no more. */
@Repository
class ToldTable {

    private final JdbcClient database;

    ToldTable(JdbcClient database) {
        this.database = database;
    }

    Map<String, Told> all() {
        var all = new HashMap<String, Told>();
        database.sql("select * from wait_told").query(row -> {
            var told = new Told(
                    row.getString("conversation_key"),
                    row.getObject("told_at", OffsetDateTime.class).toInstant(),
                    row.getObject("told_until", OffsetDateTime.class).toInstant(),
                    row.getInt("times"));
            all.put(told.conversationKey(), told);
        });
        return all;
    }

    void keep(Told told) {
        forget(told.conversationKey());
        database.sql("insert into wait_told (conversation_key, told_at, told_until, times) values (?, ?, ?, ?)")
                .params(
                        told.conversationKey(),
                        told.at().atOffset(ZoneOffset.UTC),
                        told.until().atOffset(ZoneOffset.UTC),
                        told.times())
                .update();
    }

    void forget(String conversationKey) {
        database.sql("delete from wait_told where conversation_key = ?")
                .param(conversationKey)
                .update();
    }
}
