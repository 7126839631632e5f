package org.tandem.assistant;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.classifier.Embedder;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.classifier.Progress;
import org.tandem.assistant.classifier.Training;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Phrases;

/**
 * How many examples of each signal are heard, and how many counter-examples and ordinary texts are mistaken for it, by ten-fold
 * cross-validation. Several requests are heard with the help of the topics too, which is not measured here.
 *
 * <p>Argument: the folder of the knowledge; without it the one that is built in.
 */
public final class SignalRecall {

    private static final int FOLDS = 10;

    private final Embedder embedder;
    private final Phrases phrases;

    private SignalRecall(Embedder embedder, Phrases phrases) {
        this.embedder = embedder;
        this.phrases = phrases;
    }

    public static void main(String[] arguments) {
        var location = arguments.length == 0 ? "classpath:/knowledge/" : arguments[0];
        var knowledge = Knowledge.read(location, LocalDate.now(ZoneOffset.UTC));
        try (var bge = new BgeEmbedder()) {
            var read = new HashMap<String, float[]>();
            Embedder once = text -> read.computeIfAbsent(text, bge::embed);
            System.out.printf("%-18s %8s %8s %12s%n", "signal", "examples", "heard", "false alarms");
            new Learning(new Taught(knowledge, List.of(), new Traffic.Outside(0.15, 0)), once, Progress.SILENT, 0.95)
                    .signalLessons()
                    .forEach((name, lesson) -> new SignalRecall(
                                    once,
                                    Objects.requireNonNull(knowledge.signals().get(name))
                                            .phrases())
                            .measure(name, lesson));
        }
        System.exit(0);
    }

    private void measure(String name, Training.Lesson lesson) {
        var examples = new ArrayList<>(lesson.examples().stream().distinct().toList());
        Collections.shuffle(examples, new Random(1));
        var heard = new ArrayList<Labelled>();
        for (int fold = 0; fold < FOLDS; fold++) {
            heard.addAll(heard(part(examples, fold, false), part(examples, fold, true)));
        }
        System.out.printf(
                Locale.ROOT,
                "%-18s %8d %8.3f %12.3f%n",
                name,
                count(examples, LearnedSignal.YES),
                (double) count(heard, LearnedSignal.YES) / count(examples, LearnedSignal.YES),
                (double) count(heard, LearnedSignal.NO) / count(examples, LearnedSignal.NO));
    }

    /** From which strength on a signal is heard is chosen on the training part alone, too. */
    private List<Labelled> heard(List<Labelled> train, List<Labelled> test) {
        var signal = LearnedSignal.of(
                new Training(embedder, 1, Progress.SILENT).train(new Training.Lesson(train, List.of(), 0)));
        return test.stream()
                .filter(one -> phrases.areIn(one.text())
                        || signal.strength(Text.of(one.text(), embedder)) >= signal.heardFrom())
                .toList();
    }

    private static List<Labelled> part(List<Labelled> examples, int fold, boolean inFold) {
        return IntStream.range(0, examples.size())
                .filter(index -> (index % FOLDS == fold) == inFold)
                .mapToObj(examples::get)
                .toList();
    }

    private static long count(List<Labelled> examples, String label) {
        return examples.stream().filter(one -> one.label().equals(label)).count();
    }
}
