package org.tandem.quality.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.assistant.Models;
import org.tandem.assistant.StoredModel;

/** Holds contests between models and keeps how they ended. */
@Component
class Contests {

    private final Models models;
    private final LearnedExamples examples;
    private final ObjectProvider<Gate> gate;
    private final JdbcClient database;
    private final ObjectMapper json;
    private final LearningSettings settings;
    private final Clock clock;

    Contests(
            Models models,
            LearnedExamples examples,
            ObjectProvider<Gate> gate,
            JdbcClient database,
            ObjectMapper json,
            LearningSettings settings,
            Clock clock) {
        this.models = models;
        this.examples = examples;
        this.gate = gate;
        this.database = database;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Puts both to the recent held-out cases, and both as if the share of inquiries about none of the topics were the challenger's: a
     * model that expects fewer of them answers more, and is none the better for it.
     */
    Contest hold(String champion, StoredModel challenger) {
        var cases = examples.heldOut(LearnedExamples.MOST_JUDGED);
        double outside = challenger.basis().outsideShare();
        var pairs = Contest.pairs(
                cases,
                models.open(champion, outside),
                models.open(challenger.version(), outside),
                gate.getObject().asDeployed().onExamples());
        var contest = Contest.of(champion, challenger.version(), clock.instant(), pairs, settings.confidence());
        keep(contest);
        return contest;
    }

    Optional<Contest> between(String champion, String challenger) {
        return database.sql("select figures from model_contest where champion = ? and challenger = ?")
                .params(champion, challenger)
                .query((row, number) -> read(row.getString("figures")))
                .optional();
    }

    private void keep(Contest contest) {
        var figures = write(contest);
        int changed = database.sql(
                        "update model_contest set figures = ?, held_at = ? where champion = ? and challenger = ?")
                .params(figures, Timestamp.from(contest.at()), contest.champion(), contest.challenger())
                .update();
        if (changed == 0) {
            database.sql("insert into model_contest (champion, challenger, held_at, figures) values (?, ?, ?, ?)")
                    .params(contest.champion(), contest.challenger(), Timestamp.from(contest.at()), figures)
                    .update();
        }
    }

    /** A contest, or a trial, as it is kept. */
    String write(Record figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A contest cannot be written as JSON", e);
        }
    }

    private Contest read(String figures) {
        try {
            return json.readValue(figures, Contest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A contest cannot be read: " + figures, e);
        }
    }
}
