package org.tandem.quality.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent.Truth;

class LabelTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final InquiryId INQUIRY = InquiryId.next();

    private final List<Evidence> evidence = new ArrayList<>();

    @Test
    void withoutEvidenceTheTruthIsUnknown() {
        assertThat(Label.of(evidence)).isEqualTo(Label.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "SILENCE RIGHT 0.2                       , RIGHT  , SILENCE       , true",
        "SILENCE RIGHT 0.2; RATING WRONG 0.4     , WRONG  , RATING        , true",
        "RATING WRONG 0.4; VERDICT RIGHT 0.7     , RIGHT  , VERDICT       ,",
        "VERDICT RIGHT 0.7; REOPENING WRONG 0.8  , WRONG  , REOPENING     , false",
        "VERDICT WRONG 0.7; SILENCE RIGHT 0.2    , WRONG  , VERDICT       , false",
        "SILENCE RIGHT 0.2; REPEAT_CONTACT WRONG 0.75, WRONG, REPEAT_CONTACT, false",
        "REOPENING WRONG 0.8; AUDIT RIGHT 1      , RIGHT  , AUDIT         , false",
        "RATING UNKNOWN 0.4                      , UNKNOWN,               ,",
        "RATING UNKNOWN 0.4; SILENCE RIGHT 0.2   , RIGHT  , SILENCE       , true",
        "RATING RIGHT 0.5; VERDICT WRONG 0.5     , UNKNOWN, VERDICT       , false",
    })
    void theMostTrustedEvidenceDecides(String said, Truth truth, Source source, Boolean resolved) {
        for (var one : said.split("; ")) {
            var words = one.split(" ");
            add(Source.valueOf(words[0]), "", Truth.valueOf(words[1]), Double.parseDouble(words[2]), 0);
        }

        var label = Label.of(evidence);

        assertThat(label.truth()).isEqualTo(truth);
        assertThat(label.source()).isEqualTo(source);
        assertThat(label.resolved()).isEqualTo(resolved);
    }

    @Test
    void ofWhatOneSourceSaysAboutTheSameTheLatestCounts() {
        add(Source.RATING, "", Truth.WRONG, 0.4, 5);
        add(Source.RATING, "", Truth.RIGHT, 0.4, 9);
        add(Source.RATING, "", Truth.UNKNOWN, 0.4, 7);

        assertThat(Label.of(evidence).truth()).isEqualTo(Truth.RIGHT);
    }

    @Test
    void aRepeatContactThatTurnsOutToBeAboutSomethingElseIsTakenBackAndAnotherOneStands() {
        add(Source.REPEAT_CONTACT, "one", Truth.WRONG, 0.6, 1);
        add(Source.SILENCE, "", Truth.RIGHT, 0.2, 2);
        add(Source.REPEAT_CONTACT, "one", Truth.UNKNOWN, 0.6, 3);
        assertThat(Label.of(evidence)).isEqualTo(new Label(Truth.RIGHT, Source.SILENCE, 0.2, true));

        add(Source.REPEAT_CONTACT, "two", Truth.WRONG, 0.75, 0);
        assertThat(Label.of(evidence)).isEqualTo(new Label(Truth.WRONG, Source.REPEAT_CONTACT, 0.75, false));
    }

    /** Times and weights are drawn from few values, so that there are many ties. */
    @Test
    void theOrderInWhichEvidenceComesDoesNotMatter() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            evidence.clear();
            IntStream.range(0, 1 + random.nextInt(8)).forEach(one -> addAny(random));
            var expected = Label.of(evidence);

            Collections.shuffle(evidence, random);

            assertThat(Label.of(evidence)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private void addAny(Random random) {
        add(
                Source.values()[random.nextInt(Source.values().length)],
                random.nextBoolean() ? "" : "other",
                Truth.values()[random.nextInt(3)],
                0.25 + 0.25 * random.nextInt(4),
                random.nextInt(3));
    }

    private void add(Source source, String about, Truth says, double weight, int second) {
        evidence.add(new Evidence(
                UUID.randomUUID(), INQUIRY, INQUIRY + ":1", source, about, says, weight, NOON.plusSeconds(second)));
    }
}
