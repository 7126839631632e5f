package org.tandem.quality.numbers;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.InquiryEvent.Received;

/** The rows of {@code case_figures}. Days are those of UTC. */
@Component
class CaseTable {

    /** The topic of an inquiry that is about none of ours, or that nobody has looked at. */
    static final String NO_TOPIC = "none";

    private final JdbcClient database;
    private final NumbersSettings settings;

    CaseTable(JdbcClient database, NumbersSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    static LocalDate day(Instant received) {
        return received.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Makes it certain of whom it is by now that they did not come back in time, and says on which days their cases came in. */
    List<LocalDate> settle(Instant now) {
        var until = Timestamp.from(now);
        var days = database.sql("select distinct received_on from case_figures where settles_at <= ?")
                .param(until)
                .query((row, number) -> row.getDate(1).toLocalDate())
                .list();
        if (!days.isEmpty()) {
            database.sql("update case_figures set settled = true, settles_at = null where settles_at <= ?")
                    .param(until)
                    .update();
        }
        return days;
    }

    void write(CaseFigures figures, Received received, Instant now) {
        var decided = figures.decided;
        database.sql("delete from case_figures where inquiry_id = ?")
                .param(received.inquiryId().value())
                .update();
        database.sql("""
                        insert into case_figures (inquiry_id, number, received_at, received_on, topic, topic_class, route,
                            rule, risk, model_version, answered_by, held_out, automated, first_response, resolved_at, resolution,
                            settled, settles_at, reopened, repeat_contact, came_back, asked, csat, person_requested_at, person_answered_at, person_wait,
                            reason, handling, label, audited_wrong, audit_drawn, ai_cost, human_cost)
                        values (:id, :number, :at, :day, :topic, :topicClass, :route,
                            :rule, :risk, :model, :by, exists (select 1 from held_out where inquiry_id = :id), :automated, :firstResponse, :resolvedAt, :resolution,
                            :settled, :settlesAt, :reopened, :repeat, :cameBack, :asked, :csat, :requestedAt, :personAt, :personWait,
                            :reason, :handling, :label, :auditedWrong, :drawn, :aiCost, :humanCost)
                        """)
                .param("id", received.inquiryId().value())
                .param("number", received.number())
                .param("at", Timestamp.from(received.at()))
                .param("day", Date.valueOf(day(received.at())))
                .param("topic", topic(figures))
                .param("topicClass", decided == null ? null : decided.topicClass())
                .param("route", decided == null ? null : decided.route())
                .param("rule", decided == null ? null : decided.rule())
                .param("risk", decided == null ? null : decided.risk())
                .param("model", decided == null ? null : decided.modelVersion())
                .param("by", figures.answeredBy())
                .param("automated", figures.isAutomated())
                .param("firstResponse", figures.firstResponse())
                .param("resolvedAt", timestamp(figures.resolved))
                .param("resolution", figures.resolution())
                .param("settled", figures.isSettled(now))
                .param(
                        "settlesAt",
                        figures.resolved == null || figures.isSettled(now)
                                ? null
                                : Timestamp.from(figures.resolved.plus(CaseFigures.WINDOW)))
                .param("reopened", figures.reopened)
                .param("repeat", figures.isRepeated())
                .param("cameBack", figures.reopened || figures.isRepeated())
                .param("asked", figures.asked)
                .param("csat", figures.csat)
                .param("requestedAt", timestamp(figures.personRequested))
                .param("personAt", timestamp(figures.personAnswered()))
                .param("personWait", figures.personWait())
                .param("reason", figures.reason)
                .param("handling", figures.handling(settings))
                .param("label", figures.label.name())
                .param("auditedWrong", figures.audit == null ? null : figures.audit.wrong())
                .param("drawn", figures.audit == null ? null : figures.audit.drawn())
                .param("aiCost", figures.aiCost(settings))
                .param("humanCost", figures.humanCost(settings))
                .update();
    }

    /** What a person says it is about counts more than what the AI takes it for. */
    private static String topic(CaseFigures figures) {
        var said = figures.saidTopic;
        if (said == null) {
            said = figures.decided == null ? null : figures.decided.topic();
        }
        return said == null || said.isEmpty() ? NO_TOPIC : said;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
