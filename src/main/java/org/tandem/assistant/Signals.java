package org.tandem.assistant;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandem.assistant.classifier.Opinion;
import org.tandem.assistant.classifier.TextClassifier;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Phrases;

/**
 * Listens for signals: by what was learned from examples, and by the phrases that editors have named. That several things are asked
 * cannot be told without the topics, so it is only given a strength.
 */
final class Signals {

    static final String YES = "yes";
    static final String NO = "no";

    /** Below a half, because a plea that is missed does more harm than one that is heard where there was none. */
    static final double HEARD = 0.45;

    private final Map<String, TextClassifier> learned;
    private final Map<String, Phrases> phrases;

    Signals(Knowledge knowledge, Map<String, TextClassifier> learned) {
        this.learned = learned;
        this.phrases = knowledge.signals().entrySet().stream()
                .filter(signal -> learned.containsKey(signal.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, signal -> signal.getValue().phrases()));
    }

    /**
     * What was heard.
     *
     * @param evidence the strength of each signal, and 1 for each that a phrase names
     */
    record Heard(Set<String> names, Map<String, Double> evidence) {

        double strength(String signal) {
            return evidence.getOrDefault("signal " + signal, 0.0);
        }
    }

    /**
     * @param parts of what was written; a signal is as strong as in the part that has most of it
     * @param written all of it, for phrases
     */
    Heard heard(Collection<Text> parts, String written) {
        var names = new HashSet<String>();
        var evidence = new HashMap<String, Double>();
        learned.forEach((name, classifier) -> {
            double strength = parts.stream()
                    .mapToDouble(part -> strength(classifier, part))
                    .max()
                    .orElse(0);
            evidence.put("signal " + name, strength);
            if (strength >= HEARD && !name.equals(Understanding.SEVERAL_REQUESTS)) {
                names.add(name);
            }
        });
        phrases.forEach((name, turns) -> {
            if (turns.areIn(written)) {
                evidence.put("phrase " + name, 1.0);
                names.add(name);
            }
        });
        return new Heard(names, evidence);
    }

    static double strength(TextClassifier signal, Text text) {
        return yes(signal.classify(text.words(), text.meaning()));
    }

    static double yes(Opinion opinion) {
        return opinion.candidates().stream()
                .filter(candidate -> candidate.label().equals(YES))
                .mapToDouble(candidate -> candidate.probability())
                .sum();
    }
}
