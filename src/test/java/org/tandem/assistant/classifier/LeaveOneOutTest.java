package org.tandem.assistant.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What an example scores without itself is what a model scores it that never saw it. */
class LeaveOneOutTest {

    private static final int EXAMPLES = 300;
    private static final int LABELS = 5;
    private static final LinearAlgebra ALGEBRA = new LinearAlgebra(1);

    private final int[] labels =
            IntStream.range(0, EXAMPLES).map(i -> i % LABELS).toArray();
    private final float[][] kernel = kernel();

    @AfterAll
    static void close() {
        ALGEBRA.close();
    }

    @Test
    void anExampleIsScoredAsIfItHadNotBeenThere() {
        var fit = KernelRidge.fit(matrix(kernel), labels, LABELS, ALGEBRA, false);

        for (int left : new int[] {0, 7, 150, 299}) {
            assertThat(fit.withoutExample()[left]).containsExactly(scoredWithout(List.of(left), left), within(2e-3f));
        }
    }

    /** The label that is left out gets the score of one that nothing speaks for. */
    @Test
    void anExampleIsScoredAsIfItsWholeLabelHadNotBeenThere() {
        var fit = KernelRidge.fit(matrix(kernel), labels, LABELS, ALGEBRA, true);
        int left = 12;
        var sameLabel = IntStream.range(0, EXAMPLES)
                .filter(i -> labels[i] == labels[left])
                .boxed()
                .toList();

        var expected = scoredWithout(sameLabel, left);
        expected[labels[left]] = -1f / LABELS;
        assertThat(fit.withoutLabel()[left]).containsExactly(expected, within(2e-3f));
    }

    @Test
    void theOtherHeadsDoNotSeeTheExampleEither() {
        var texts = Examples.all();
        int left = 33;
        var others = new ArrayList<>(texts);
        others.remove(left);
        var embedder = new Examples.LetterEmbedder();

        var with = view(texts, texts.get(left), embedder, LeftOut.example(left));
        var without = view(others, texts.get(left), embedder, LeftOut.NOTHING);

        for (int head : new int[] {Heads.NEIGHBOURS_IN_MEANING, Heads.NEAREST, Heads.AVERAGE_MEANING}) {
            assertThat(with.votes()[head]).containsExactly(without.votes()[head], within(1e-3f));
        }
    }

    /** One text would stand for all that is about nothing, and prove nothing. */
    @Test
    void whereFewTextsAreAboutNoneOfTheLabelsLeavingOutLabelsStandsInForThemToo() {
        assertThat(judgedOutside(0)).isEqualTo(Examples.all().size());
        assertThat(judgedOutside(1)).isEqualTo(Examples.all().size() + 1);
        assertThat(judgedOutside(30)).isEqualTo(30);
    }

    private static int judgedOutside(int texts) {
        var outside =
                IntStream.range(0, texts).mapToObj(i -> "a lovely day " + i).toList();
        return new Training(new Examples.LetterEmbedder(), 1, Progress.SILENT)
                .train(new Training.Lesson(Examples.all(), outside, 0.1))
                .calibration()
                .outsideOfAll();
    }

    /** Not centred, because the mean of all would move a little with the example. */
    private static View view(List<Labelled> examples, Labelled text, Embedder embedder, LeftOut leftOut) {
        var names = List.of("card", "refund", "password", "due-date");
        int[] labels = examples.stream()
                .mapToInt(example -> names.indexOf(example.label()))
                .toArray();
        var meaning = new float[examples.size()];
        var sums = new double[names.size()][Examples.LetterEmbedder.DIMENSIONS];
        for (int i = 0; i < meaning.length; i++) {
            var vector = embedder.embed(examples.get(i).text());
            meaning[i] = dot(vector, embedder.embed(text.text()));
            for (int d = 0; d < vector.length; d++) {
                sums[labels[i]][d] += vector[d];
            }
        }
        var squares = new double[names.size()];
        for (int label = 0; label < squares.length; label++) {
            for (double value : sums[label]) {
                squares[label] += value * value;
            }
        }
        return new Heads(labels, names.size(), names.size(), squares, squares).view(meaning, meaning, leftOut);
    }

    private float[] scoredWithout(List<Integer> left, int example) {
        int[] rest = IntStream.range(0, EXAMPLES).filter(i -> !left.contains(i)).toArray();
        var smaller = new float[rest.length][rest.length];
        var similarities = new float[rest.length];
        for (int i = 0; i < rest.length; i++) {
            similarities[i] = kernel[example][rest[i]];
            for (int j = 0; j < rest.length; j++) {
                smaller[i][j] = kernel[rest[i]][rest[j]];
            }
        }
        int[] restLabels = IntStream.of(rest).map(i -> labels[i]).toArray();
        return KernelRidge.fit(matrix(smaller), restLabels, LABELS, ALGEBRA, false)
                .regression()
                .scores(similarities);
    }

    private static float[][] kernel() {
        var random = new Random(5);
        var points = new float[EXAMPLES][];
        for (int i = 0; i < EXAMPLES; i++) {
            points[i] = new float[] {
                (float) random.nextGaussian() + i % LABELS, (float) random.nextGaussian(), (float) random.nextGaussian()
            };
        }
        var kernel = new float[EXAMPLES][EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            for (int j = 0; j < EXAMPLES; j++) {
                double square = 0;
                for (int d = 0; d < 3; d++) {
                    square += Math.pow(points[i][d] - points[j][d], 2);
                }
                kernel[i][j] = (float) Math.exp(-square);
            }
        }
        return kernel;
    }

    private static SymmetricMatrix matrix(float[][] rows) {
        var matrix = new SymmetricMatrix(rows.length);
        for (int row = 0; row < rows.length; row++) {
            matrix.setRow(row, rows[row]);
        }
        return matrix;
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
