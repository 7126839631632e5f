package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tandem.inquiry.Inquiries;

class ManyStuckCasesTest {

    private static final int ACTIVE = 10_050;

    @Test
    void allAreFoundHoweverManyThereAre() throws IOException {
        try (var engine = new CountingEngine()
                        .finds(
                                "incidents",
                                asked -> ACTIVE,
                                (incident, i) -> incident.put("incidentKey", String.valueOf(i + 1))
                                        .put("processInstanceKey", String.valueOf(100_000 + i))
                                        .put("processDefinitionId", "resolve-inquiry")
                                        .put("elementId", "Task_AskForRating"))
                        .finds("variables", asked -> 0, (variable, i) -> {});
                var client = engine.client()) {
            var cases = new StuckCases(client, mock(), mock(Inquiries.class), Duration.ofDays(1));

            cases.look();

            assertThat(cases.all())
                    .extracting(StuckCases.Stuck::number)
                    .doesNotHaveDuplicates()
                    .hasSize(ACTIVE);
        }
    }
}
