package org.tandem.assistant;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Phrases;

/**
 * Listens for signals: by what was learned from examples, and by the phrases that editors have named. That several things are asked
 * cannot be told without the topics, so it is only given a strength.
 */
final class Signals {

    private final Map<String, LearnedSignal> learned;
    private final Map<String, Phrases> phrases;

    Signals(Knowledge knowledge, Map<String, LearnedSignal> learned) {
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
        learned.forEach((name, signal) -> {
            double strength = parts.stream().mapToDouble(signal::strength).max().orElse(0);
            evidence.put("signal " + name, strength);
            if (strength >= signal.heardFrom() && !name.equals(Understanding.SEVERAL_REQUESTS)) {
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
}
