package org.tandem.quality.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.Question;
import org.tandem.assistant.StoredModels.Reader;
import org.tandem.quality.statistics.Interval;
import org.tandem.quality.statistics.PairedCases;
import org.tandem.quality.statistics.PairedCases.PairedCase;
import org.tandem.quality.statistics.PairedCases.Result;
import org.tandem.quality.statistics.WeightedShare;

/**
 * A challenger beside the champion on labelled cases that neither has learned, each through the gate.
 *
 * @param cases how many
 * @param riskIsWorse p-value: how likely it is by chance that the challenger's answers are wrong so much more often
 * @param coverageIsWorse the same for its answering less often
 */
record Contest(
        String champion,
        String challenger,
        Instant at,
        int cases,
        Side championsSide,
        Side challengersSide,
        double riskIsWorse,
        double coverageIsWorse) {

    /**
     * One of the two, weighted so that it stands for all inquiries.
     *
     * @param answered how many cases it answers
     * @param risk the share of wrong ones among those; not a number if it answers none
     */
    record Side(int answered, double coverage, Interval coverageRange, double risk, Interval riskRange) {

        static Side of(WeightedShare coverage, WeightedShare risk, double confidence) {
            return new Side(
                    (int) risk.audits(),
                    coverage.estimate(),
                    coverage.interval(confidence),
                    risk.estimate(),
                    risk.interval(confidence));
        }
    }

    /** Both put to the same cases. */
    static PairedCases pairs(List<LearnedExample> cases, Reader champion, Reader challenger, Predicate<Attempt> gate) {
        var pairs = new ArrayList<PairedCase>();
        for (var example : cases) {
            pairs.add(new PairedCase(
                    result(champion, example, gate), result(challenger, example, gate), example.chance()));
        }
        return new PairedCases(pairs);
    }

    static Contest of(String champion, String challenger, Instant at, PairedCases pairs, double confidence) {
        return new Contest(
                champion,
                challenger,
                at,
                pairs.size(),
                Side.of(pairs.championsCoverage(), pairs.championsRisk(), confidence),
                Side.of(pairs.challengersCoverage(), pairs.challengersRisk(), confidence),
                pairs.riskIsWorse(),
                pairs.coverageIsWorse());
    }

    private static Result result(Reader model, LearnedExample example, Predicate<Attempt> gate) {
        var attempt = model.attempt(new Question(List.of(example.text()), null));
        if (!(attempt instanceof Attempt.Drafted drafted) || !gate.test(attempt)) {
            return Result.HANDED_OVER;
        }
        return example.isRight(drafted.draft().topicId()) ? Result.RIGHT : Result.WRONG;
    }

    /** Whether either risk or coverage is significantly worse. */
    boolean isWorse(double confidence) {
        return Math.min(riskIsWorse, coverageIsWorse) <= 1 - confidence;
    }

    /** What was found, in a sentence. */
    String inWords(double confidence) {
        if (cases == 0) {
            return "There are no labelled cases to judge by.";
        }
        if (riskIsWorse <= 1 - confidence) {
            return "The challenger's answers are wrong significantly more often (p = %.3f).".formatted(riskIsWorse);
        }
        if (coverageIsWorse <= 1 - confidence) {
            return "The challenger answers significantly less (p = %.3f).".formatted(coverageIsWorse);
        }
        return "Neither risk nor coverage is significantly worse on %d cases (p = %.3f and %.3f)."
                .formatted(cases, riskIsWorse, coverageIsWorse);
    }
}
