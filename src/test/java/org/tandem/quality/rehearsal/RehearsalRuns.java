package org.tandem.quality.rehearsal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.classifier.Labelled;
import org.tandem.assistant.classifier.LabelledCsv;
import org.tandem.assistant.classifier.Progress;
import org.tandem.quality.Guardrail;

/**
 * In how many lives the promise is kept, and how much is answered: on streams of which 0 to 70 % is about none of the topics, and with
 * drift from the middle on. Sixty topics are learned from 25 examples each; their other texts are the stream, and the other topics are
 * none of ours.
 *
 * <p>Arguments: a file of labelled texts; one of texts about nothing, whose categories do not matter; the number of lives (200); the
 * number of inquiries in each (4,000); {@code retrain} to train new models in between, which takes seconds a life.
 */
public final class RehearsalRuns {

    private static final int TOPICS = 60;
    private static final int EXAMPLES = 25;
    private static final Life.Plan PLAN = new Life.Plan(0.05, 0.95, 300, 0.05, 1);

    /** How the stream changes in the middle. */
    private enum Drift {
        NONE,
        MEANING_CHANGES,
        NEW_TOPIC,
        OUTSIDE_TOPIC_SURGES
    }

    private record Scenario(double outside, Drift drift) {}

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario(0, Drift.NONE),
            new Scenario(0.15, Drift.NONE),
            new Scenario(0.5, Drift.NONE),
            new Scenario(0.7, Drift.NONE),
            new Scenario(0.15, Drift.MEANING_CHANGES),
            new Scenario(0.15, Drift.NEW_TOPIC),
            new Scenario(0.3, Drift.OUTSIDE_TOPIC_SURGES));

    private final int inquiries;
    private final boolean retrains;
    private final Map<String, float[]> meanings = new HashMap<>();
    private final Map<String, Judgement> judgements = new HashMap<>();
    private final List<Labelled> examples = new ArrayList<>();
    private final List<Labelled> inside = new ArrayList<>();
    private final Map<String, List<String>> outside = new TreeMap<>();
    private final Lessons lessons;
    private final Guardrail guardrail = new Guardrail(PLAN.tolerance());

    private RehearsalRuns(Path labelled, Path nothing, int inquiries, boolean retrains) {
        this.inquiries = inquiries;
        this.retrains = retrains;
        var topics = new TreeMap<String, List<String>>();
        LabelledCsv.read(labelled)
                .forEach(row -> topics.computeIfAbsent(row.label(), label -> new ArrayList<>())
                        .add(Inquiries.plain(row.text())));
        var labels = new ArrayList<>(topics.keySet());
        Collections.shuffle(labels, new Random(1));
        var ours = labels.subList(0, Math.min(TOPICS, labels.size() * 2 / 3));
        topics.forEach((label, texts) -> {
            if (ours.contains(label)) {
                Collections.shuffle(texts, new Random(1));
                texts.stream().limit(EXAMPLES).forEach(text -> examples.add(new Labelled(text, label)));
                texts.stream().skip(EXAMPLES).forEach(text -> inside.add(new Labelled(text, label)));
            } else {
                outside.put(label, texts);
            }
        });
        outside.put(
                "",
                LabelledCsv.read(nothing).stream()
                        .map(row -> Inquiries.plain(row.text()))
                        .toList());
        embed();
        lessons = new Lessons(
                new Material(examples, List.of(), topics.keySet(), topics.keySet()), this::meaning, Progress.SILENT);
        var mind = lessons.first();
        texts().forEach(text -> judgements.put(text, mind.judge(new Incoming(0, text, meaning(text), ""))));
    }

    public static void main(String[] arguments) {
        int lives = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200;
        int inquiries = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 4_000;
        var runs = new RehearsalRuns(
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                inquiries,
                Arrays.asList(arguments).contains("retrain"));
        System.out.printf(
                "%-8s %-21s %6s %7s %7s %7s %9s %11s %8s %7s%n",
                "outside", "drift", "kept", "wrong", "95 %", "worst", "in scope", "automation", "up to", "audits");
        SCENARIOS.forEach(scenario -> runs.play(scenario, lives));
        System.exit(0);
    }

    private void play(Scenario scenario, int lives) {
        var outcomes = IntStream.range(0, lives)
                .parallel()
                .mapToObj(life -> live(stream(scenario, new Random(life)), life))
                .toList();
        var wrong = outcomes.stream().mapToDouble(Outcome::wrong).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-8.2f %-21s %6.3f %7.4f %7.4f %7.4f %9.3f %11.3f %8.3f %7.3f%n",
                scenario.outside(),
                scenario.drift(),
                Arrays.stream(wrong).filter(share -> share <= PLAN.tolerance()).count() / (double) lives,
                mean(outcomes, Outcome::wrong),
                wrong[(int) (0.95 * lives)],
                wrong[lives - 1],
                mean(outcomes, Outcome::inScopeAnswered),
                mean(outcomes, Outcome::automation),
                mean(outcomes, Outcome::wrongUpper),
                mean(outcomes, one -> one.audits() / Math.max(1, one.automation() * one.inquiries())));
    }

    private Outcome live(List<Incoming> stream, int seed) {
        var plan = new Life.Plan(PLAN.tolerance(), PLAN.confidence(), PLAN.shadow(), PLAN.audit(), seed);
        var life = new Life(
                plan,
                guardrail.fresh(),
                inquiry -> judgements.getOrDefault(inquiry.text(), new Judgement("", new double[0])),
                retrains ? lessons : null,
                stream.size());
        return Outcome.of(life.live(stream, Progress.SILENT));
    }

    private List<Incoming> stream(Scenario scenario, Random random) {
        var special = shuffled(
                        outside.keySet().stream()
                                .filter(topic -> !topic.isEmpty())
                                .toList(),
                        random)
                .getFirst();
        var others = shuffled(
                outside.keySet().stream()
                        .filter(topic -> scenario.drift() == Drift.NONE || !topic.equals(special))
                        .flatMap(topic -> texts(topic).stream())
                        .toList(),
                random);
        var ours = shuffled(inside, random);
        int none = (int) (inquiries * scenario.outside());
        var rows = new ArrayList<Labelled>();
        IntStream.range(0, none).forEach(i -> rows.add(new Labelled(others.get(i % others.size()), "")));
        IntStream.range(none, inquiries).forEach(i -> rows.add(ours.get(i % ours.size())));
        Collections.shuffle(rows, random);
        drift(scenario.drift(), rows, special, random);
        return IntStream.range(0, inquiries)
                .mapToObj(i -> new Incoming(
                        i,
                        rows.get(i).text(),
                        meaning(rows.get(i).text()),
                        rows.get(i).label()))
                .toList();
    }

    private void drift(Drift drift, List<Labelled> rows, String special, Random random) {
        var labels = shuffled(inside.stream().map(Labelled::label).distinct().toList(), random);
        var texts = texts(special);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            boolean late = i >= rows.size() / 2;
            int changed = labels.indexOf(row.label());
            double extra = switch (drift) {
                case NONE, MEANING_CHANGES -> 0;
                case NEW_TOPIC -> late ? 0.1 : 0;
                case OUTSIDE_TOPIC_SURGES -> late ? 0.15 : 0.005;
            };
            if (drift == Drift.MEANING_CHANGES && late && changed >= 0 && changed < 3) {
                rows.set(i, new Labelled(row.text(), changed == 0 ? "" : labels.get(changed + 3)));
            } else if (random.nextDouble() < extra) {
                rows.set(i, new Labelled(texts.get(random.nextInt(texts.size())), ""));
            }
        }
    }

    private List<String> texts(String topic) {
        return outside.getOrDefault(topic, List.of());
    }

    private float[] meaning(String text) {
        return meanings.getOrDefault(text, new float[0]);
    }

    private static <T> List<T> shuffled(List<T> all, Random random) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private void embed() {
        try (var embedder = new BgeEmbedder()) {
            var texts = texts().toList();
            var vectors = texts.parallelStream().map(embedder::embed).toList();
            IntStream.range(0, texts.size()).forEach(i -> meanings.put(texts.get(i), vectors.get(i)));
        }
    }

    private Stream<String> texts() {
        return Stream.of(
                        examples.stream().map(Labelled::text),
                        inside.stream().map(Labelled::text),
                        outside.values().stream().flatMap(List::stream))
                .flatMap(texts -> texts)
                .distinct();
    }

    private static double mean(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        return outcomes.stream().mapToDouble(figure).average().orElse(0);
    }
}
