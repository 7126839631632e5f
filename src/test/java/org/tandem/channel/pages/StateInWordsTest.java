package org.tandem.channel.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.PeopleAtWork.Standing;
import org.tandem.inquiry.State;

class StateInWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT1S, 5 min",
        "PT5M, 5 min",
        "PT6M, 10 min",
        "PT50M, 50 min",
        "PT51M, 1 h",
        "PT1H1S, 2 h",
        "PT2H, 2 h",
        "PT24H, 24 h",
        "PT25H, 2 days"
    })
    void theTimeLeftIsRoundedUpInCalmSteps(Duration left, String words) {
        assertThat(StateInWords.roughly(left)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "ON_ITS_WAY,      , You are waiting for a person",
        "ON_ITS_WAY, PT2H,  'You are waiting for a person, usually answered within 2 h'",
        "ON_ITS_WAY, PT-1S, 'You are waiting for a person, and it takes longer than we said'",
        "QUEUED,     PT2H,  'You are waiting for a person, usually answered within 2 h'",
        "UNKNOWN,    PT2H,  'You are waiting for a person, usually answered within 2 h'",
        "KEPT,       PT2H,  'This is waiting for the person who answered before, usually answered within 2 h'",
        "TAKEN,      PT2H,  'A person is reading this, usually answered within 2 h'",
        "TAKEN,      PT-1S, 'A person is reading this, and it takes longer than we said'"
    })
    void aPersonIsReadingOnlyWhatOneHasTaken(Standing standing, @Nullable Duration left, String words) {
        assertThat(StateInWords.of(file(left == null ? null : NOW.plus(left)), standing, NOW)
                        .now())
                .isEqualTo(words);
    }

    @Test
    void whatNobodyCanTakeYetIsNotSaidToBeMovedUp() {
        assertThat(StateInWords.of(file(NOW.minusSeconds(1)), Standing.ON_ITS_WAY, NOW)
                        .next())
                .doesNotContain("moved up");
    }

    private static CaseFile file(@Nullable Instant expectedBy) {
        return new CaseFile(
                InquiryId.next(),
                "TA-1-1",
                State.WITH_PERSON,
                false,
                "key:2",
                new Customer("Robin", "robin@customer.example"),
                "en",
                NOW,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                null,
                expectedBy);
    }
}
