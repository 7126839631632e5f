package org.tandem.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.privacy.PhoneNumber;
import org.tandem.staff.StaffMember;

/**
 * The customers' phone numbers, for whoever has the task of calling one, and for nobody else: each look at one is recorded. They are in no
 * variable of a process.
 */
@Service
public class Calls {

    private static final String LOOKS =
            "select task_key, agent, shown_at from phone_number_shown where %s order by shown_at";

    private final Work work;
    private final TaskForms forms;
    private final Inquiries inquiries;
    private final JdbcClient database;
    private final Clock clock;

    Calls(Work work, TaskForms forms, Inquiries inquiries, JdbcClient database, Clock clock) {
        this.work = work;
        this.forms = forms;
        this.inquiries = inquiries;
        this.database = database;
        this.clock = clock;
    }

    /** Somebody has seen the number. */
    public record Shown(long task, String agent, Instant at) {}

    /** The number, unless the task is somebody else's or over, or the customer does not want to be called any more. */
    @Transactional
    public Optional<PhoneNumber> number(StaffMember who, long key) {
        var task = work.task(who, key);
        var inquiry = task.subject().inquiryId();
        if (inquiry == null || !task.isOpen() || !task.isWith(who.name()) || !forms.isCall(task)) {
            return Optional.empty();
        }
        var id = InquiryId.of(inquiry);
        var number = inquiries.callNumber(id);
        number.ifPresent(there -> record(id, key, who));
        return number;
    }

    /** Who has seen the number for this task, in that order. */
    public List<Shown> shown(long key) {
        return shownFor(List.of(key));
    }

    /** Who has seen a number for one of these tasks, in that order. */
    public List<Shown> shownFor(List<Long> keys) {
        return keys.isEmpty()
                ? List.of()
                : database.sql(LOOKS.formatted("task_key in (:keys)"))
                        .param("keys", keys)
                        .query((row, at) -> shown(row))
                        .list();
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(
                row.getLong("task_key"),
                row.getString("agent"),
                row.getTimestamp("shown_at").toInstant());
    }

    private void record(InquiryId id, long key, StaffMember who) {
        database.sql("insert into phone_number_shown (id, inquiry_id, task_key, agent, shown_at) values (?, ?, ?,"
                        + " ?, ?)")
                .params(UUID.randomUUID(), id.value(), key, who.name(), Timestamp.from(clock.instant()))
                .update();
    }
}
