package org.tandem.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.tandem.quality.statistics.GapWatch;

/**
 * How soon the guardrail notices that customers rate the AI's answers lower than people's, or come back more often, and how often it is
 * wrong where the gap is just the tolerated one. A tenth of what is seen are people's answers.
 *
 * <p>Argument: the number of lives to simulate, 500 without one.
 */
public final class GapPower {

    private static final int LIFE = 50_000;
    private static final double BY_PEOPLE = 0.1;

    private GapPower() {}

    public static void main(String[] arguments) {
        int lives = arguments.length == 0 ? 500 : Integer.parseInt(arguments[0]);
        System.out.println("what                       by how much worse  raised in  seen until then: median, 95 %");
        for (double gap : new double[] {0.25, 0.5, 1}) {
            row(lives, "rating, 0.25 tolerated", gap, 0.25 / 4, gap / 4, 0.8);
        }
        for (double gap : new double[] {0.05, 0.1, 0.2}) {
            row(lives, "coming back, 5 % tolerated", gap, 0.05, gap, 0.9);
        }
    }

    /** @param people mean of what is seen of people's answers, 0 to 1 */
    private static void row(int lives, String what, double shown, double tolerated, double gap, double people) {
        int[] raised = IntStream.range(0, lives)
                .parallel()
                .map(seed -> raisedAt(seed, tolerated, gap, people))
                .sorted()
                .toArray();
        long many = Arrays.stream(raised).filter(at -> at <= LIFE).count();
        System.out.printf(
                Locale.ROOT,
                "%-26s %17.2f %8.1f %%  %s, %s%n",
                what,
                shown,
                100.0 * many / lives,
                inWords(raised[lives / 2]),
                inWords(raised[lives * 95 / 100]));
    }

    private static String inWords(int at) {
        return at > LIFE ? "never" : String.valueOf(at);
    }

    private static int raisedAt(int seed, double tolerated, double gap, double people) {
        var random = new Random(seed);
        var watch = new GapWatch(tolerated, Guardrail.ALLOWANCE);
        for (int seen = 1; seen <= LIFE; seen++) {
            boolean byAi = random.nextDouble() >= BY_PEOPLE;
            double good = byAi ? people - gap : people;
            if (watch.observe(byAi, random.nextDouble() < good ? 1 : 0)) {
                return seen;
            }
        }
        return LIFE + 1;
    }
}
