package org.tandem.quality.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Traffic;
import org.tandem.quality.statistics.Proportion;
import org.tandem.quality.statistics.WeightedShare;

/**
 * The share of inquiries about none of the topics, estimated from traffic. What people answered is counted by the topic that they chose.
 * What the AI answered is seen only by the audits that were drawn, which stand for as many as their chance says; an answer that was
 * wrong counts as outside unless the reviewer says which topic it was about, so the estimate rather errs upwards. The promise of what is
 * learned next rests on its upper end.
 */
@Component
public class OutsideShare implements Traffic {

    private static final Logger log = LoggerFactory.getLogger(OutsideShare.class);
    private static final Duration LATELY = Duration.ofDays(90);
    private static final String REFRESHED = "PT5M";
    private static final double GREATEST = 0.99;
    private static final double CONFIDENCE = 0.95;

    /** As the database adds it up. */
    private record Counts(int handed, Proportion said, int answered, WeightedShare audited) {}

    private final JdbcClient database;
    private final Clock clock;
    private volatile @Nullable Estimate kept;

    OutsideShare(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        log.info("{}", lately().inWords());
    }

    /** With a million cases it takes a while. */
    @Scheduled(initialDelayString = REFRESHED, fixedDelayString = REFRESHED)
    void refresh() {
        kept = estimate();
    }

    /** In whole percent, so that it is not another one every day. */
    @Override
    public Optional<Outside> outside() {
        return Optional.of(estimate())
                .filter(Estimate::isEnough)
                .map(known -> new Outside(
                        Math.min(GREATEST, Math.ceil(100 * known.high()) / 100), known.said() + known.audits()));
    }

    /** {@link #estimate} of some minutes ago: nobody who looks at a page waits for a newer one, however late that is. */
    public Estimate lately() {
        var last = kept;
        if (last != null) {
            return last;
        }
        refresh();
        return Objects.requireNonNull(kept);
    }

    /** Of the inquiries of the last 90 days that the gate decided. */
    public Estimate estimate() {
        var counts = database.sql("""
            select
                sum(case when d.answered_at is null then 1 else 0 end) as handed,
                sum(case when d.answered_at is null and d.said_topic is not null then 1 else 0 end) as said,
                sum(case when d.answered_at is null and d.said_topic = '' then 1 else 0 end) as said_none,
                sum(case when d.answered_at is not null then 1 else 0 end) as answered,
                sum(case when a.chance is not null then 1 else 0 end) as audits,
                sum(1 / a.chance) as weights,
                sum(1 / a.chance / a.chance) as squares,
                sum(case when not d.label_right and coalesce(r.topic, '') = '' then 1 / a.chance else 0 end) as wrong_weights,
                sum(case when not d.label_right and coalesce(r.topic, '') = '' then 1 / a.chance / a.chance else 0 end)
                    as wrong_squares
            from quality_decision d
            left join audit a on a.conversation_key = d.conversation_key and d.answered_at is not null
                and d.label_source = 'audit' and a.drawn = true
            left join audit_review r on r.conversation_key = a.conversation_key and r.round = 1
            where d.tried_at >= ? and d.decided_at is not null
            """)
                .param(clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC))
                .query((row, number) -> counts(row))
                .single();
        return estimate(counts);
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt("handed"),
                new Proportion(row.getLong("said_none"), row.getLong("said")),
                row.getInt("answered"),
                new WeightedShare(
                        row.getLong("audits"),
                        row.getDouble("weights"),
                        row.getDouble("squares"),
                        row.getDouble("wrong_weights"),
                        row.getDouble("wrong_squares")));
    }

    /** The parts by their size; their intervals are put together as Zou and Donner (2008) have it. */
    private static Estimate estimate(Counts counts) {
        int all = counts.handed() + counts.answered();
        if (counts.said().all() == 0
                || counts.answered() > 0 && counts.audited().audits() == 0) {
            return new Estimate(Double.NaN, 0, 1, (int) counts.said().all(), 0, all);
        }
        double byPeople = (double) counts.handed() / all;
        double byAi = (double) counts.answered() / all;
        double said = counts.said().estimate();
        double audited = counts.answered() == 0 ? 0 : counts.audited().estimate();
        var saidWithin = counts.said().interval(CONFIDENCE);
        var auditedWithin = counts.audited().interval(CONFIDENCE);
        double share = byPeople * said + byAi * audited;
        return new Estimate(
                share,
                share - Math.hypot(byPeople * (said - saidWithin.lower()), byAi * (audited - auditedWithin.lower())),
                share + Math.hypot(byPeople * (saidWithin.upper() - said), byAi * (auditedWithin.upper() - audited)),
                (int) counts.said().all(),
                (int) counts.audited().audits(),
                all);
    }
}
