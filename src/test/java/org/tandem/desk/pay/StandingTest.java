package org.tandem.desk.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.desk.pay.RateCard.Bonus;
import org.tandem.desk.pay.Sign.Kind;
import org.tandem.inquiry.InquiryId;

class StandingTest {

    private static final Instant ANSWERED = Instant.parse("2026-03-02T12:00:00Z");
    private static final InquiryId CASE = InquiryId.next();
    private static final InquiryId OTHER = InquiryId.next();
    private static final String KEY = CASE + ":2";
    private static final Work ANSWER =
            new Work("answer:" + KEY, PaidWork.Kind.ANSWER, CASE, KEY, "anna", ANSWERED, true, 0);
    private static final Bonus BONUS = new Bonus(new Money(60, Currency.getInstance("EUR")), Duration.ofDays(7), 4);

    @ParameterizedTest
    @CsvSource({
        "'', NO_WORD",
        "SOLVED, STANDS",
        "RATED 4, STANDS",
        "RATED 3, RATED_LOW",
        "SOLVED RATED 3, RATED_LOW",
        "RATED 2 RATED 5, STANDS",
        "RATED 5 RATED 2, RATED_LOW",
        "SOLVED CAME_BACK, CAME_BACK",
        "NOT_SOLVED, CAME_BACK",
        "CAME_BACK RATED 5, CAME_BACK",
        "CAME_BACK ANSWERED RATED 5, CAME_BACK",
        "ANSWERED RATED 5, NO_WORD",
        "SOLVED CONTACTED_AGAIN, CONTACTED_AGAIN",
        "SOLVED CONTACTED_AGAIN OTHER_TOPIC, STANDS",
        "SOLVED OTHER_TOPIC CONTACTED_AGAIN, CONTACTED_AGAIN"
    })
    void anAnswerStandsByWhatItsCustomerSaidAfterIt(String said, Standing standing) {
        assertThat(Standing.of(ANSWER, signs(said, Duration.ofHours(1)), BONUS)).isEqualTo(standing);
    }

    @Test
    void onlyWhatWasKnownWithinTheWindowCounts() {
        var last = ANSWERED.plus(Duration.ofDays(7));

        assertThat(Standing.of(ANSWER, List.of(sign(Kind.RATED, 5, last)), BONUS))
                .isEqualTo(Standing.STANDS);
        assertThat(Standing.of(ANSWER, List.of(sign(Kind.RATED, 5, last.plusMillis(1))), BONUS))
                .isEqualTo(Standing.NO_WORD);
        assertThat(Standing.of(
                        ANSWER,
                        List.of(
                                sign(Kind.SOLVED, 0, ANSWERED.plusSeconds(9)),
                                sign(Kind.CAME_BACK, 0, last.plusMillis(1))),
                        BONUS))
                .isEqualTo(Standing.STANDS);
    }

    @Test
    void whatWasSaidBeforeTheAnswerOrInAnotherCaseDoesNotConcernIt() {
        var elsewhere = new Sign(UUID.randomUUID(), OTHER, null, Kind.CAME_BACK, 0, ANSWERED.plusSeconds(60));

        assertThat(Standing.of(
                        ANSWER,
                        List.of(
                                sign(Kind.NOT_SOLVED, 0, ANSWERED),
                                sign(Kind.SOLVED, 0, ANSWERED.plusSeconds(1)),
                                elsewhere),
                        BONUS))
                .isEqualTo(Standing.STANDS);
    }

    @Property(tries = 300)
    void orderAndRepetitionDoNotMatter(@ForAll Random random) {
        var signs = new ArrayList<Sign>();
        IntStream.range(0, random.nextInt(8)).forEach(i -> {
            var kind = Kind.values()[random.nextInt(Kind.values().length)];
            var about = kind == Kind.CONTACTED_AGAIN || kind == Kind.OTHER_TOPIC;
            signs.add(new Sign(
                    UUID.randomUUID(),
                    about ? OTHER : CASE,
                    about ? KEY : null,
                    kind,
                    kind == Kind.RATED ? 1 + random.nextInt(5) : 0,
                    ANSWERED.plus(Duration.ofHours(random.nextInt(12) * 24L))));
        });
        var otherwise = new ArrayList<>(signs);
        otherwise.addAll(signs.subList(0, signs.size() / 2));
        Collections.shuffle(otherwise, random);

        assertThat(Standing.of(ANSWER, otherwise, BONUS)).isEqualTo(Standing.of(ANSWER, signs, BONUS));
    }

    private static List<Sign> signs(String said, Duration apart) {
        var signs = new ArrayList<Sign>();
        var at = ANSWERED;
        for (var word : said.isEmpty() ? new String[0] : said.split(" ")) {
            if (Character.isDigit(word.charAt(0))) {
                signs.set(signs.size() - 1, sign(Kind.RATED, Integer.parseInt(word), at));
            } else {
                at = at.plus(apart);
                signs.add(sign(Kind.valueOf(word), 0, at));
            }
        }
        return signs;
    }

    private static Sign sign(Kind kind, int score, Instant at) {
        var about = kind == Kind.CONTACTED_AGAIN || kind == Kind.OTHER_TOPIC;
        return new Sign(UUID.randomUUID(), about ? OTHER : CASE, about ? KEY : null, kind, score, at);
    }
}
