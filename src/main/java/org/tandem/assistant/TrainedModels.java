package org.tandem.assistant;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.tandem.assistant.classifier.TextClassifier;
import org.tandem.assistant.guarantee.Basis;
import org.tandem.assistant.guarantee.Calibration;
import org.tandem.assistant.guarantee.GuaranteedRisk;
import org.tandem.assistant.knowledge.Knowledge;

/**
 * All that was learned at once: the topics, each signal, and per class of topics which risk can be guaranteed.
 *
 * @param calibration what the guarantees were made from
 */
record TrainedModels(
        About about,
        TextClassifier topics,
        Map<String, LearnedSignal> signals,
        Map<TopicClass, GuaranteedRisk> guarantees,
        Calibration calibration) {

    /**
     * Where a model comes from.
     *
     * @param version unique, sorts by age, and names the file
     * @param fingerprint of what it was trained on, see {@link Taught#fingerprint()}
     * @param code changes when models of earlier code cannot be used any more
     * @param metrics figures by name, from examples scored unseen
     */
    record About(String version, String fingerprint, String code, Instant createdAt, Map<String, Double> metrics) {

        /** A metric: the share of examples that were recognised unseen. */
        static final String ACCURACY = "accuracy";

        /** A metric: how many examples are not from the knowledge. */
        private static final String LEARNED = "learned";

        private static final String EXAMPLES = "examples";
        private static final String OUTSIDE = "outside";
        private static final String OUTSIDE_SHARE = "outsideShare";
        private static final String SHARE_CASES = "casesOfOutsideShare";
        private static final String CONFIDENCE = "confidence";

        static Map<String, Double> metrics(double accuracy, Basis basis, int learned) {
            return Map.of(
                    ACCURACY,
                    accuracy,
                    LEARNED,
                    (double) learned,
                    EXAMPLES,
                    (double) basis.inside(),
                    OUTSIDE,
                    (double) basis.outside(),
                    OUTSIDE_SHARE,
                    basis.outsideShare(),
                    SHARE_CASES,
                    (double) basis.casesOfShare(),
                    CONFIDENCE,
                    basis.confidence());
        }

        /** The fingerprint of the knowledge alone. */
        String knowledge() {
            int end = fingerprint.indexOf('.');
            return end < 0 ? fingerprint : fingerprint.substring(0, end);
        }

        int learned() {
            return metrics.getOrDefault(LEARNED, 0.0).intValue();
        }

        /** What the guaranteed risks rest on. */
        Basis basis() {
            return new Basis(
                    metrics.getOrDefault(EXAMPLES, 0.0).intValue(),
                    metrics.getOrDefault(OUTSIDE, 0.0).intValue(),
                    metrics.getOrDefault(OUTSIDE_SHARE, 0.0),
                    metrics.getOrDefault(SHARE_CASES, 0.0).intValue(),
                    metrics.getOrDefault(CONFIDENCE, 0.0));
        }

        /** What the guaranteed risks rest on, in words. */
        String promise() {
            return basis().inWords(
                            learned() == 0
                                    ? "examples of the knowledge"
                                    : "examples of the knowledge and inquiries that people labelled (%d)"
                                            .formatted(learned()),
                            "tandem.assistant.outside-share");
        }

        void write(DataOutputStream out) throws IOException {
            out.writeUTF(version);
            out.writeUTF(fingerprint);
            out.writeUTF(code);
            out.writeLong(createdAt.getEpochSecond());
            out.writeInt(metrics.size());
            for (var metric : metrics.entrySet()) {
                out.writeUTF(metric.getKey());
                out.writeDouble(metric.getValue());
            }
        }

        static About read(DataInputStream in) throws IOException {
            var version = in.readUTF();
            var fingerprint = in.readUTF();
            var code = in.readUTF();
            var createdAt = Instant.ofEpochSecond(in.readLong());
            var metrics = new TreeMap<String, Double>();
            for (int i = in.readInt(); i > 0; i--) {
                metrics.put(in.readUTF(), in.readDouble());
            }
            return new About(version, fingerprint, code, createdAt, metrics);
        }
    }

    double guaranteedRisk(TopicClass topicClass, double risk) {
        var guarantee = guarantees.get(topicClass);
        return guarantee == null ? 1 : guarantee.of(risk);
    }

    /** As if such a share of inquiries were about none of the topics, so that two models can be compared that expected different ones. */
    TrainedModels expectingOutside(double share, Knowledge knowledge) {
        if (share == calibration.share()) {
            return this;
        }
        var expected = calibration.withShare(share);
        var promised = new ClassGuarantees(expected, about.basis().confidence()).of(knowledge);
        return new TrainedModels(about, topics, signals, promised, expected);
    }

    /** Everything but {@link #about()}. */
    void write(DataOutputStream out) throws IOException {
        topics.write(out);
        out.writeInt(signals.size());
        for (var signal : signals.entrySet()) {
            out.writeUTF(signal.getKey());
            signal.getValue().write(out);
        }
        out.writeInt(guarantees.size());
        for (var guarantee : guarantees.entrySet()) {
            out.writeUTF(guarantee.getKey().name());
            guarantee.getValue().write(out);
        }
        calibration.write(out);
    }

    static TrainedModels read(About about, DataInputStream in) throws IOException {
        var topics = TextClassifier.read(in);
        var signals = new TreeMap<String, LearnedSignal>();
        for (int i = in.readInt(); i > 0; i--) {
            signals.put(in.readUTF(), LearnedSignal.read(in));
        }
        var guarantees = new EnumMap<TopicClass, GuaranteedRisk>(TopicClass.class);
        for (int i = in.readInt(); i > 0; i--) {
            guarantees.put(TopicClass.valueOf(in.readUTF()), GuaranteedRisk.read(in));
        }
        return new TrainedModels(about, topics, signals, guarantees, Calibration.read(in));
    }
}
