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
import org.tandem.inquiry.Promise;
import org.tandem.inquiry.State;

class StateInWordsTest {

    private static final Duration HOURS = Duration.ofHours(2);
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT2H, PT0S, our target is an answer within 2 hours",
        "PT2H, PT1H, our target is an answer within 2 hours",
        "PT2H, PT119M, our target is an answer within 2 hours",
        "PT2H, PT2H, it takes longer than we said",
        "PT25M, PT24M, our target is an answer within 25 minutes",
        "P3D, P2D, our target is an answer within 3 days"
    })
    void thePromiseIsTheSameForAsLongAsItHolds(Duration within, Duration passed, String words) {
        assertThat(StateInWords.of(file(new Promise(NOW, within)), Standing.QUEUED, NOW.plus(passed))
                        .now())
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "ON_ITS_WAY,      , You are waiting for a person",
        "ON_ITS_WAY, PT2H,  'You are waiting for a person; our target is an answer within 2 hours'",
        "ON_ITS_WAY, PT-1S, 'You are waiting for a person, and it takes longer than we said'",
        "QUEUED,     PT2H,  'You are waiting for a person; our target is an answer within 2 hours'",
        "UNKNOWN,    PT2H,  'You are waiting for a person; our target is an answer within 2 hours'",
        "KEPT,       PT2H,  'This is waiting for the person who answered before; our target is an answer within 2 hours'",
        "TAKEN,      PT2H,  'A person is reading this; our target is an answer within 2 hours'",
        "TAKEN,      PT-1S, 'A person is reading this, and it takes longer than we said'"
    })
    void aPersonIsReadingOnlyWhatOneHasTaken(Standing standing, @Nullable Duration left, String words) {
        assertThat(StateInWords.of(
                                file(
                                        left == null
                                                ? null
                                                : new Promise(NOW.plus(left).minus(HOURS), HOURS)),
                                standing,
                                NOW)
                        .now())
                .isEqualTo(words);
    }

    @Test
    void whatNobodyCanTakeYetIsNotSaidToBeMovedUp() {
        assertThat(StateInWords.of(file(new Promise(NOW.minusSeconds(1).minus(HOURS), HOURS)), Standing.ON_ITS_WAY, NOW)
                        .next())
                .doesNotContain("moved up");
    }

    private static CaseFile file(@Nullable Promise promise) {
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
                false,
                0,
                null,
                promise,
                null,
                false);
    }
}
