package org.tandem.assistant;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.tandem.assistant.classifier.Candidate;
import org.tandem.assistant.classifier.Opinion;
import org.tandem.assistant.classifier.TextClassifier;
import org.tandem.assistant.classifier.Training;

/**
 * A signal as it was learned from its examples.
 *
 * @param heardFrom the strength from which on it counts as heard, chosen on texts that were scored as if not trained on
 */
record LearnedSignal(TextClassifier classifier, double heardFrom) {

    static final String YES = "yes";
    static final String NO = "no";

    /** So many of the texts without the signal may be mistaken for it, if that lets more of those with it be heard. */
    private static final double FALSE_ALARMS = 0.004;

    /** Below a half, because a plea that is missed does more harm than one that is heard where there was none. */
    private static final double MOST = 0.45;

    /** What is twice as likely to be no signal is not heard, even if nothing like it was at hand. */
    private static final double LEAST = 1.0 / 3;

    static LearnedSignal of(Training.Result learned) {
        return new LearnedSignal(learned.classifier(), heardFrom(learned.unseen()));
    }

    /** The least strength that keeps the false alarms within their bound. */
    static double heardFrom(List<Training.Unseen> unseen) {
        var without = unseen.stream()
                .filter(text -> text.label().equals(NO))
                .map(text -> text.probability(YES))
                .sorted(Comparator.reverseOrder())
                .toList();
        int tolerated = (int) (FALSE_ALARMS * without.size());
        return Math.clamp(tolerated < without.size() ? Math.nextUp(without.get(tolerated)) : 0, LEAST, MOST);
    }

    double strength(Text text) {
        return yes(classifier.classify(text.words(), text.meaning()));
    }

    private static double yes(Opinion opinion) {
        return opinion.candidates().stream()
                .filter(candidate -> candidate.label().equals(YES))
                .mapToDouble(Candidate::probability)
                .sum();
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(heardFrom);
        classifier.write(out);
    }

    static LearnedSignal read(DataInputStream in) throws IOException {
        var heardFrom = in.readDouble();
        return new LearnedSignal(TextClassifier.read(in), heardFrom);
    }
}
