package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tandem.desk.levels.ComplaintClock;
import org.tandem.desk.levels.ServiceLevels;

class LevelsTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void aCaseThatBeganWithAnOlderTableCountsEveryHourAndHasNoComplaintClock() throws JsonProcessingException {
        assertThat(read("""
                {"firstResponse": "PT2H", "warnAfter": "PT1H30M", "resolution": "P2D"}
                """).checked())
                .isEqualTo(new ServiceLevels(Duration.ofHours(2), Duration.ofMinutes(90), Duration.ofDays(2)));
    }

    @Test
    void theTableSaysWhichHoursAndWhichLawCount() throws JsonProcessingException {
        assertThat(read("""
                {"firstResponse": "PT2H", "warnAfter": "PT1H30M", "resolution": "PT20H", "hours": "business hours",
                 "calendar": "sweden", "complaintClock": "payment services"}
                """).checked())
                .isEqualTo(new ServiceLevels(
                        Duration.ofHours(2),
                        Duration.ofMinutes(90),
                        Duration.ofHours(20),
                        "sweden",
                        true,
                        ComplaintClock.PAYMENT_SERVICES));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComplaintClock.of("soon"))
                .withMessage(
                        "The complaint clock \"soon\" is not known. These are: EU payment services, none, other complaints, payment services");
    }

    private static Levels read(String json) throws JsonProcessingException {
        return JSON.readValue(json, Levels.class);
    }
}
