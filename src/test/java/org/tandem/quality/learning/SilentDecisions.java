package org.tandem.quality.learning;

import java.lang.management.ManagementFactory;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.assistant.Models;

/** For measuring: a challenger, which decides silently when it is told to, and not by the clock. */
public final class SilentDecisions {

    private final Shadowing shadowing;
    private final Models models;
    private final JdbcClient database;
    private long processorNanos;

    public SilentDecisions(ApplicationContext application) {
        shadowing = application.getBean(Shadowing.class);
        models = application.getBean(Models.class);
        database = application.getBean(JdbcClient.class);
    }

    /** From the knowledge and one handled inquiry, which is another one each time. */
    public void learnChallenger() {
        var text = "My money has not come back yet, and it is %s".formatted(Instant.now());
        database.sql("""
                        insert into learned_example (id, text_hash, text, topic, is_topic, origin, inquiry_id, inquiry_number,
                            conversation_key, said_at, chance, held_out)
                        values (?, ?, ?, 'refund-status', true, 'AGENT', ?, 'TA-1', '1', ?, 1, false)
                        """)
                .params(
                        UUID.randomUUID(),
                        Integer.toHexString(text.hashCode()),
                        text,
                        UUID.randomUUID(),
                        Timestamp.from(Instant.now()))
                .update();
        if (models.learn(step -> {}).isEmpty()) {
            throw new IllegalStateException("The challenger would be the champion over again");
        }
    }

    /** Lets it decide what is open. */
    public void look() {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        shadowing.look();
        processorNanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        if (shadowing.trouble() != null) {
            throw new IllegalStateException(shadowing.trouble());
        }
    }

    /** How many were decided since the beginning. */
    public int made() {
        return database.sql("select count(*) from shadow_decision")
                .query(Integer.class)
                .single();
    }

    /** What all of it took so far, of the processor's time of the threads that {@link #look}. */
    public double processorMillis() {
        return processorNanos / 1e6;
    }
}
