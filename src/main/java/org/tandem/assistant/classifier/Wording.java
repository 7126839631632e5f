package org.tandem.assistant.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Similarity in wording: the cosine between TF-IDF vectors of words and of letter sequences, half and half, of a text and
 * every example. An inverted index, because a text shares few terms with most examples.
 */
final class Wording {

    private final int examples;
    private final Map<String, Integer> terms;
    private final float[] rarity;
    private final int[][] postings;
    private final float[][] weights;

    private Wording(int examples, Map<String, Integer> terms, float[] rarity, int[][] postings, float[][] weights) {
        this.examples = examples;
        this.terms = terms;
        this.rarity = rarity;
        this.postings = postings;
        this.weights = weights;
    }

    static Wording of(List<Terms> examples) {
        var frequencies = new HashMap<String, Integer>();
        for (var example : examples) {
            example.words().stream().map(Wording::word).distinct().forEach(t -> frequencies.merge(t, 1, Integer::sum));
            example.sequences().stream()
                    .map(Wording::sequence)
                    .distinct()
                    .forEach(t -> frequencies.merge(t, 1, Integer::sum));
        }
        frequencies.values().removeIf(frequency -> frequency < 2);
        var names = frequencies.keySet().stream().sorted().toList();
        var terms = HashMap.<String, Integer>newHashMap(names.size());
        var rarity = new float[names.size()];
        var postings = new int[names.size()][];
        var weights = new float[names.size()][];
        for (int term = 0; term < names.size(); term++) {
            int frequency = frequencies.getOrDefault(names.get(term), 0);
            terms.put(names.get(term), term);
            rarity[term] = (float) (Math.log((1.0 + examples.size()) / (1 + frequency)) + 1);
            postings[term] = new int[frequency];
            weights[term] = new float[frequency];
        }
        var wording = new Wording(examples.size(), terms, rarity, postings, weights);
        var filled = new int[names.size()];
        for (int example = 0; example < examples.size(); example++) {
            int index = example;
            wording.vector(examples.get(example)).forEach((term, weight) -> {
                postings[term][filled[term]] = index;
                weights[term][filled[term]++] = weight;
            });
        }
        return wording;
    }

    private static String word(String term) {
        return 'w' + term;
    }

    private static String sequence(String term) {
        return 's' + term;
    }

    /** Cosine with every example, in their order. */
    float[] similarities(Terms text) {
        var similarities = new float[examples];
        vector(text).forEach((term, weight) -> {
            int[] examplesWithTerm = postings[term];
            float[] their = weights[term];
            for (int i = 0; i < examplesWithTerm.length; i++) {
                similarities[examplesWithTerm[i]] += weight * their[i];
            }
        });
        return similarities;
    }

    /** Per label, the squared length of the sum of its examples' vectors. */
    double[] squares(int[] labels) {
        var squares = new double[Arrays.stream(labels).max().orElse(0) + 1];
        var sums = new double[squares.length];
        for (int term = 0; term < postings.length; term++) {
            for (int i = 0; i < postings[term].length; i++) {
                sums[labels[postings[term][i]]] += weights[term][i];
            }
            for (int example : postings[term]) {
                int label = labels[example];
                squares[label] += sums[label] * sums[label];
                sums[label] = 0;
            }
        }
        return squares;
    }

    private Map<Integer, Float> vector(Terms text) {
        var vector = new HashMap<Integer, Float>();
        addHalf(text.words().stream().map(Wording::word).toList(), vector);
        addHalf(text.sequences().stream().map(Wording::sequence).toList(), vector);
        return vector;
    }

    private void addHalf(List<String> names, Map<Integer, Float> vector) {
        var counts = new HashMap<Integer, Integer>();
        for (var name : names) {
            var term = terms.get(name);
            if (term != null) {
                counts.merge(term, 1, Integer::sum);
            }
        }
        double square = 0;
        for (var count : counts.entrySet()) {
            double weight = weight(count.getKey(), count.getValue());
            square += weight * weight;
        }
        double scale = Math.sqrt(0.5 / square);
        counts.forEach((term, count) -> vector.put(term, (float) (weight(term, count) * scale)));
    }

    private double weight(int term, int count) {
        return (1 + Math.log(count)) * rarity[term];
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(examples);
        var names = new String[rarity.length];
        terms.forEach((name, term) -> names[term] = name);
        out.writeInt(names.length);
        for (int term = 0; term < names.length; term++) {
            out.writeUTF(names[term]);
            out.writeFloat(rarity[term]);
            out.writeInt(postings[term].length);
            for (int i = 0; i < postings[term].length; i++) {
                out.writeInt(postings[term][i]);
                out.writeFloat(weights[term][i]);
            }
        }
    }

    static Wording read(DataInputStream in) throws IOException {
        int examples = in.readInt();
        int size = in.readInt();
        var terms = HashMap.<String, Integer>newHashMap(size);
        var rarity = new float[size];
        var postings = new int[size][];
        var weights = new float[size][];
        for (int term = 0; term < size; term++) {
            terms.put(in.readUTF(), term);
            rarity[term] = in.readFloat();
            postings[term] = new int[in.readInt()];
            weights[term] = new float[postings[term].length];
            for (int i = 0; i < postings[term].length; i++) {
                postings[term][i] = in.readInt();
                weights[term][i] = in.readFloat();
            }
        }
        return new Wording(examples, terms, rarity, postings, weights);
    }

    /** About how many bytes it takes. */
    long size() {
        return terms.size() * 120L
                + Arrays.stream(postings).mapToLong(p -> p.length * 8L + 32).sum();
    }
}
