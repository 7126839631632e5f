package org.tandem.assistant.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.classifier.Progress;
import org.tandem.assistant.classifier.TextClassifier;
import org.tandem.assistant.classifier.Texts;
import org.tandem.assistant.classifier.Training;
import org.tandem.assistant.guarantee.Basis;
import org.tandem.assistant.guarantee.Calibration;
import org.tandem.assistant.guarantee.GuaranteedThreshold;
import org.tandem.assistant.guarantee.NaiveThreshold;
import org.tandem.privacy.PersonalData;

/**
 * Trains on some inquiries and scores others. Thresholds come from the training and calibration inquiries alone, the test
 * inquiries are only scored. Personal data is masked first, as it is when customers write.
 */
final class Examination {

    private static final long SEED = 1;
    private static final int WARM_UP = 200;

    private final Embedder embedder;
    private final Progress progress;
    private final Goal goal;

    Examination(Embedder embedder, Progress progress, Goal goal) {
        this.embedder = embedder;
        this.progress = progress;
        this.goal = goal;
    }

    /**
     * @param risk greatest accepted share of wrong answers
     * @param outsideShare assumed share of out-of-scope inquiries
     * @param handledCases the share that handled cases tell, only to be reported beside it; null if they tell none
     * @param perTopic greatest number of training examples per category; null for all
     */
    record Goal(
            double risk,
            double confidence,
            double outsideShare,
            HandledCases.@Nullable Share handledCases,
            @Nullable Integer perTopic) {}

    record Material(
            List<Labelled> train, List<Labelled> test, List<Labelled> outside, List<Labelled> calibrateOutside) {}

    /** The report and the curves for the pictures. */
    record Result(Report report, List<Measures.Point> curve, List<Measures.Bin> bins) {}

    Result examine(Material material) {
        double share = goal.outsideShare();
        var examples = trainable(chosen(material.train()));
        var begun = System.nanoTime();
        var trained = new Training(embedder, Runtime.getRuntime().availableProcessors(), progress)
                .train(new Training.Lesson(
                        examples,
                        trainable(material.calibrateOutside()).stream()
                                .map(Labelled::text)
                                .toList(),
                        share));
        var naive = NaiveThreshold.of(trained.calibration(), goal.risk());
        var guaranteed = GuaranteedThreshold.of(trained.calibration(), goal.risk(), goal.confidence());
        double seconds = (System.nanoTime() - begun) / 1e9;

        var inside = score(trained.classifier(), material.test(), true);
        var outside = score(trained.classifier(), material.outside(), false);
        var scores = new Scores(inside, outside);
        var bins = Measures.reliability(inside, outside, share);
        var atNaive = naive.isPresent()
                ? scores.answeringUpTo(naive.getAsDouble())
                : scores.shut("even the surest training examples are too often wrong");
        var atGuaranteed = switch (guaranteed) {
            case GuaranteedThreshold.Open open -> scores.answeringUpTo(open.threshold());
            case GuaranteedThreshold.Shut shut -> scores.shut(shut.why());
        };
        var report = new Report(
                Measures.accuracy(inside),
                Measures.aurc(inside),
                Measures.ece(bins),
                atNaive,
                atGuaranteed,
                scores.outOfScope(atGuaranteed.threshold()),
                scores.latency(),
                new Report.Train(
                        seconds, examples.size(), trained.classifier().labels().size()),
                promise(trained.calibration()),
                new Report.Model(trained.classifier().size() / 1e6),
                scores.topics(atGuaranteed.threshold()),
                scores.mistakes());
        return new Result(report, Measures.riskCoverage(inside), bins);
    }

    private Report.Promise promise(Calibration calibration) {
        var basis = Basis.of(calibration, 0, goal.confidence());
        return new Report.Promise(
                basis.inside(),
                basis.outside(),
                basis.outsideShare(),
                goal.handledCases(),
                basis.confidence(),
                basis.needed(goal.risk()));
    }

    private List<Labelled> chosen(List<Labelled> train) {
        if (goal.perTopic() == null) {
            return train;
        }
        var byCategory = new TreeMap<String, List<Labelled>>();
        for (var example : train) {
            byCategory
                    .computeIfAbsent(example.label(), category -> new ArrayList<>())
                    .add(example);
        }
        var random = new Random(SEED);
        var chosen = new ArrayList<Labelled>();
        for (var examples : byCategory.values()) {
            Collections.shuffle(examples, random);
            chosen.addAll(examples.subList(0, Math.min(goal.perTopic(), examples.size())));
        }
        return chosen;
    }

    private static List<Labelled> trainable(List<Labelled> examples) {
        return examples.stream()
                .map(example -> new Labelled(
                        Texts.shortened(Texts.oneLine(PersonalData.mask(example.text()))), example.label()))
                .filter(example -> Texts.hasWords(example.text()))
                .toList();
    }

    private List<Scored> score(TextClassifier classifier, List<Labelled> inquiries, boolean inside) {
        var scored = new ArrayList<Scored>();
        var step = inside ? "Scoring inquiries" : "Scoring out of scope";
        for (int i = 0; i < Math.min(WARM_UP, inquiries.size()); i++) {
            score(classifier, inquiries.get(i), inside);
        }
        for (var inquiry : inquiries) {
            scored.add(score(classifier, inquiry, inside));
            progress.report(step, scored.size(), inquiries.size());
        }
        return scored;
    }

    private Scored score(TextClassifier classifier, Labelled inquiry, boolean inside) {
        var begun = System.nanoTime();
        var masked = PersonalData.mask(inquiry.text());
        var judged = classifier.classify(masked, embedder);
        var opinion = Texts.isTooLong(inquiry.text()) ? judged.certainlyWrong() : judged;
        var nanos = System.nanoTime() - begun;
        return new Scored(masked, inquiry.label(), opinion.best().label(), opinion.risk(), inside, nanos);
    }
}
