package org.tandem.quality.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.quality.automation.AutomationSettings.Start;
import org.tandem.testing.EmptyDatabase;

class GuardsCatchUpTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final EmptyDatabase database = EmptyDatabase.h2();
    private final TransactionTemplate transaction = new TransactionTemplate(database.transactions());
    private final TransactionTemplate another = new TransactionTemplate(database.transactions());

    GuardsCatchUpTest() {
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Of years there may be millions to read after a start. */
    @Test
    void othersAddWhileOneReadsWhatWasBefore() {
        var read = new ArrayList<List<Observations.Numbered>>();
        var observations = new Observations(database.client()) {
            @Override
            List<Observations.Numbered> after(long position, int most) {
                if (read.isEmpty()) {
                    another.executeWithoutResult(status -> add(seen("another's")));
                }
                read.add(super.after(position, most));
                return read.getLast();
            }
        };
        var guards = guards(observations, database.client());

        transaction.executeWithoutResult(status -> guards.observe(seen("one's")));

        assertThat(read)
                .flatExtracting(some -> some)
                .extracting(one -> one.observation().key())
                .containsExactly("another's", "one's");
    }

    private static Guards guards(Observations observations, JdbcClient client) {
        return new Guards(
                observations,
                new Standings(client),
                mock(Shutting.class),
                Board.settings(Start.OPEN, true),
                Board.tolerances());
    }

    private static Observation seen(String key) {
        return new Observation(key, Measure.WRONG, "refund", true, Board.TOLERANCE, 0, NOON);
    }
}
