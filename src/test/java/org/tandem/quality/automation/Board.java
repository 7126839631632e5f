package org.tandem.quality.automation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.Draft;
import org.tandem.assistant.TopicClass;
import org.tandem.assistant.TopicScore;
import org.tandem.assistant.Understanding;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent;
import org.tandem.quality.audits.AuditSettings;
import org.tandem.quality.hearing.Ear;

/** All of automation on a database of its own, without Spring, at a time that tests move. */
final class Board {

    static final double TOLERANCE = 0.05;

    final JdbcClient database;
    final Decisions decisions;
    final Standings standings;
    final Switchboard switchboard;
    final Observations observations;
    final Calibrations calibrations;
    final Calibrating calibrating;
    final Automation automation;
    final List<QualityEvent> published = new ArrayList<>();
    private final TransactionTemplate transaction;
    private final AutomationSettings settings;
    private Guards guards;
    private List<Ear> ears;
    private AuditedAnswers audited;
    private Labels labels;
    private Ripening ripening;
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    Board(AutomationSettings.Start start) {
        this(start, true);
    }

    Board(AutomationSettings.Start start, boolean loosenByPerson) {
        var pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure().dataSource(pool).load().migrate();
        database = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        settings = new AutomationSettings(
                start,
                300,
                0.95,
                loosenByPerson,
                Duration.ofHours(1),
                0.3,
                Duration.ofHours(1),
                0.25,
                0.05,
                Duration.ofDays(7));
        var audits = new AuditSettings(0.05, 0.5, 0.1, 0);
        var clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC).equals(null) ? null : clock();
        decisions = new Decisions(database);
        standings = new Standings(database);
        switchboard = new Switchboard(
                standings,
                settings,
                audits,
                new org.tandem.quality.audits.HoldOut(database, audits),
                event -> published.add((QualityEvent) event),
                clock);
        observations = new Observations(database);
        calibrations = new Calibrations(database);
        calibrating = new Calibrating(
                decisions, calibrations, standings, tolerances(), settings, clock);
        automation = new Automation(decisions, switchboard, new Guarantees(calibrations), clock);
        labels = new Labels(decisions, audits);
        restart();
    }
}
