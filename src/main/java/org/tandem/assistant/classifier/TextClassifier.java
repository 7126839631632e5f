package org.tandem.assistant.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A trained classifier of texts that knows how likely it is to be wrong. Immutable, so any number of threads may use it. */
public final class TextClassifier {

    private final List<String> labels;
    private final int[] exampleLabels;
    private final boolean knowsOutside;
    private final Meaning meaning;
    private final Wording wording;
    private final KernelRidge ridge;
    private final Heads heads;
    private final Blend blend;
    private final Logistic gate;

    TextClassifier(
            List<String> labels,
            int[] exampleLabels,
            boolean knowsOutside,
            Meaning meaning,
            Wording wording,
            KernelRidge ridge,
            Blend blend,
            Logistic gate) {
        this.labels = List.copyOf(labels);
        this.exampleLabels = exampleLabels;
        this.knowsOutside = knowsOutside;
        this.meaning = meaning;
        this.wording = wording;
        this.ridge = ridge;
        this.heads = new Heads(
                exampleLabels,
                labels.size(),
                labels.size() + (knowsOutside ? 1 : 0),
                wording.squares(exampleLabels),
                meaning.squares(exampleLabels));
        this.blend = blend;
        this.gate = gate;
    }

    public List<String> labels() {
        return labels;
    }

    /** Takes any text, however odd. What is too long to be one question, or says nothing, is never answered with confidence. */
    public Opinion classify(String text, Embedder embedder) {
        var plain = Texts.normalized(text);
        var opinion = classify(plain, embedder.embed(plain));
        return Texts.isTooLong(text) ? opinion.certainlyWrong() : opinion;
    }

    /** @param text in its {@link Texts#normalized normalized} form */
    public Opinion classify(String text, float[] embedding) {
        var byMeaning = meaning.similarities(embedding);
        var byWording = wording.similarities(Terms.of(text));
        var view = heads.view(byMeaning, byWording, LeftOut.NOTHING)
                .withRidge(ridge.scores(KernelRidge.kernel(byMeaning, byWording)));
        var probabilities = blend.probabilities(view.votes());
        var figures = Figures.of(view, probabilities, labels.size());
        var candidates = IntStream.range(0, labels.size())
                .mapToObj(label -> new Candidate(labels.get(label), probabilities[label]))
                .sorted(Comparator.comparingDouble(Candidate::probability).reversed())
                .toList();
        double outside = knowsOutside ? probabilities[labels.size()] : 0;
        var opinion = new Opinion(candidates, 1 - gate.probability(figures), outside, Figures.named(figures));
        return hasNothingInCommon(byWording) ? opinion.certainlyWrong() : opinion;
    }

    /** How alike two texts are in meaning, from -1 to 1, on the scale of {@link Opinion#likenessToBest()}. */
    public double likeness(float[] one, float[] other) {
        return meaning.similarity(one, other);
    }

    /** How alike in meaning a text and the nearest example of a label are, on the same scale; -1 if there is no such label. */
    public double likenessTo(String label, float[] embedding) {
        int number = labels.indexOf(label);
        var similarities = meaning.similarities(embedding);
        return IntStream.range(0, exampleLabels.length)
                .filter(example -> exampleLabels[example] == number)
                .mapToDouble(example -> similarities[example])
                .max()
                .orElse(-1);
    }

    /** Not one word or letter sequence of any example: another script, symbols, or nothing at all. */
    private static boolean hasNothingInCommon(float[] wordings) {
        return wordings[Vectors.indexOfMax(wordings)] <= 0;
    }

    /** About how many bytes it takes in memory. */
    public long size() {
        return meaning.size() + wording.size() + ridge.size() + exampleLabels.length * 4L;
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(labels.size());
        for (var label : labels) {
            out.writeUTF(label);
        }
        out.writeInt(exampleLabels.length);
        for (int label : exampleLabels) {
            out.writeInt(label);
        }
        out.writeBoolean(knowsOutside);
        meaning.write(out);
        wording.write(out);
        ridge.write(out);
        blend.write(out);
        gate.write(out);
    }

    public static TextClassifier read(DataInputStream in) throws IOException {
        int count = in.readInt();
        var labels = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            labels.add(in.readUTF());
        }
        var exampleLabels = new int[in.readInt()];
        for (int i = 0; i < exampleLabels.length; i++) {
            exampleLabels[i] = in.readInt();
        }
        return new TextClassifier(
                labels,
                exampleLabels,
                in.readBoolean(),
                Meaning.read(in),
                Wording.read(in),
                KernelRidge.read(in),
                Blend.read(in),
                Logistic.read(in));
    }
}
