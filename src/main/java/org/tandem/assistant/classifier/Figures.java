package org.tandem.assistant.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures from which the risk is judged: how sure the blend is, whether the heads agree, and how new the text is. */
final class Figures {

    private static final List<String> HEADS =
            List.of("ridge", "meaning", "wording", "averageWording", "nearest", "averageMeaning");
    static final List<String> NAMES = names();

    /** The cosine in meaning with the nearest example of the best label. */
    static final String NEAREST_SCORE = "nearestScore";

    private Figures() {}

    private static List<String> names() {
        var names = new ArrayList<>(List.of("logOdds", "logRatio", "entropy", "outside"));
        for (var head : HEADS) {
            names.addAll(List.of(head + "Margin", head + "Score", head + "Agrees"));
        }
        names.addAll(List.of("mostAlikeMeaning", "alikeMeaning", "mostAlikeWording", "alikeWording"));
        return List.copyOf(names);
    }

    /** @param known how many labels are topics; a label after them stands for texts about none of them */
    static double[] of(View view, float[] probabilities, int known) {
        var figures = new double[NAMES.size()];
        int best = best(probabilities, known);
        int second = second(probabilities, known, best);
        int next = 0;
        figures[next++] = logit(probabilities[best]);
        figures[next++] = Math.log((probabilities[best] + 1e-6) / (probabilities[second] + 1e-6));
        figures[next++] = entropy(probabilities);
        figures[next++] = known < probabilities.length ? logit(probabilities[known]) : 0;
        for (float[] head : view.votes()) {
            int rival = Vectors.indexOfMaxExcept(head, best);
            figures[next++] = (double) head[best] - head[rival];
            figures[next++] = head[best];
            figures[next++] = head[best] > head[rival] ? 1 : 0;
        }
        System.arraycopy(view.likeness(), 0, figures, next, view.likeness().length);
        return figures;
    }

    static int best(float[] probabilities, int known) {
        return Vectors.indexOfMax(Arrays.copyOf(probabilities, known));
    }

    private static int second(float[] probabilities, int known, int best) {
        int second = Vectors.indexOfMaxExcept(Arrays.copyOf(probabilities, known), best);
        return second < 0 ? best : second;
    }

    private static double logit(double probability) {
        return Math.log((probability + 1e-5) / (1 - probability + 1e-5));
    }

    private static double entropy(float[] probabilities) {
        double entropy = 0;
        for (float p : probabilities) {
            if (p > 1e-9) {
                entropy -= p * Math.log(p);
            }
        }
        return entropy;
    }

    static Map<String, Double> named(double[] figures) {
        var named = new LinkedHashMap<String, Double>();
        for (int i = 0; i < figures.length; i++) {
            named.put(NAMES.get(i), figures[i]);
        }
        return named;
    }
}
