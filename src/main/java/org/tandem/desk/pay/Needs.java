package org.tandem.desk.pay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the answer in a stretch of a conversation needs, so that whoever claims it is paid like somebody who is offered it. */
@Service
public class Needs {

    private final JdbcClient database;

    Needs(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param skills as routing says them; empty if that was not noted
     * @param byPhone whether it was said in a call
     */
    record Need(Optional<Set<String>> skills, @Nullable String language, boolean byPhone) {

        static final Need UNKNOWN = new Need(Optional.empty(), null, false);
    }

    /** What was routed last counts. */
    public void routed(String conversationKey, Collection<String> skills, @Nullable String language) {
        var sorted = String.join("\n", new TreeSet<>(skills));
        noted(
                conversationKey,
                () -> database.sql("update pay_need set skills = ?, language = ? where conversation_key = ?")
                        .params(sorted, language, conversationKey)
                        .update());
    }

    /** The answer that follows is what was said in a call. */
    public void byPhone(String conversationKey) {
        noted(
                conversationKey,
                () -> database.sql("update pay_need set by_phone = true where conversation_key = ?")
                        .param(conversationKey)
                        .update());
    }

    Need of(String conversationKey) {
        return database.sql("select * from pay_need where conversation_key = ?")
                .param(conversationKey)
                .query((row, number) -> new Need(skills(row), row.getString("language"), row.getBoolean("by_phone")))
                .optional()
                .orElse(Need.UNKNOWN);
    }

    private static Optional<Set<String>> skills(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("skills"))
                .map(all -> Arrays.stream(all.split("\n"))
                        .filter(skill -> !skill.isEmpty())
                        .collect(Collectors.toSet()));
    }

    private interface Update {
        int rows();
    }

    private void noted(String conversationKey, Update update) {
        if (update.rows() > 0) {
            return;
        }
        try {
            database.sql("insert into pay_need (conversation_key, by_phone) values (?, false)")
                    .param(conversationKey)
                    .update();
        } catch (DuplicateKeyException faster) {
            // the row is there, which is all that is wanted
        }
        update.rows();
    }
}
