package org.tandem.assistant.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.guarantee.Basis;

/** What an evaluation found. The names of its parts are the keys of the JSON file and stay as they are. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Report(
        double accuracy,
        double aurc,
        double ece,
        OperatingPoint naive,
        OperatingPoint guaranteed,
        @Nullable OutOfScope outOfScope,
        Latency latency,
        Train train,
        Promise promise,
        Model model,
        List<Topic> topics,
        List<Mistake> mistakes) {

    /**
     * @param threshold greatest risk that is answered; null when nothing is
     * @param coverage share of the in-scope test inquiries that are answered
     * @param precision right answers over all answers, those to out-of-scope inquiries included; null without answers
     * @param outOfScopeAnswered share of the out-of-scope test inquiries that are answered; null when there are none
     * @param note why nothing is answered
     */
    record OperatingPoint(
            @Nullable Double threshold,
            double coverage,
            @Nullable Double precision,
            @Nullable Double outOfScopeAnswered,
            @Nullable String note) {}

    /** @param answered share answered at the guaranteed threshold, which is the operating point */
    record OutOfScope(double auroc, double answered) {}

    /** Embedding, classification and risk of one inquiry, one after the other on one thread. */
    record Latency(double p50Ms, double p99Ms) {}

    /** @param seconds from the first example read to the finished model with its thresholds */
    record Train(double seconds, int examples, int categories) {}

    /**
     * What the guaranteed threshold rests on.
     *
     * @param inquiries how many of the training inquiries it was made from, each judged as if not trained on
     * @param outOfScope how many out-of-scope ones, or such of left-out categories
     * @param outOfScopeShare which share of all inquiries is assumed to be out of scope
     * @param handledCases which share handled cases tell; null where there are none
     * @param needed about how many labelled inquiries of one's own customers it takes for the tolerated risk
     */
    record Promise(
            int inquiries,
            int outOfScope,
            double outOfScopeShare,
            HandledCases.@Nullable Share handledCases,
            double confidence,
            int needed) {

        Basis basis() {
            return new Basis(inquiries, outOfScope, outOfScopeShare, confidence);
        }
    }

    record Model(double megabytes) {}

    record Topic(
            String category,
            int inquiries,
            double accuracy,
            double coverage,
            @Nullable Double precision) {}

    record Mistake(String text, String category, String predicted, double risk) {}
}
