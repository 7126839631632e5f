package org.tandem.quality.automation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.quality.calibration.Steps;

/** What came of a model's answers on a class of topics, as audits tell it: each stands for as many as its weight says. */
@Component
class AuditTally {

    private final JdbcClient database;

    AuditTally(JdbcClient database) {
        this.database = database;
    }

    Steps.Outcome of(String model, String topicClass) {
        return database.sql("""
                        select count(*) as answers,
                            sum(case when label_source = 'audit' then label_weight else 0 end) as audited,
                            sum(case when label_source = 'audit' and label_right = false then label_weight else 0 end) as wrong
                        from quality_decision
                        where model_version = ? and topic_class = ? and answered_at is not null
                        """)
                .params(model, topicClass)
                .query((row, number) -> {
                    long answers = row.getLong("answers");
                    double audited = row.getDouble("audited");
                    return new Steps.Outcome(answers, audited == 0 ? 0 : answers * row.getDouble("wrong") / audited);
                })
                .single();
    }
}
