package org.tandem.quality.learning;

import org.tandem.quality.Times;

/** How far learning is, in a sentence. */
final class StateInWords {

    private StateInWords() {}

    static String of(Retraining.State state) {
        return switch (state) {
            case Retraining.State.Never never -> "No model was learned here since the start.";
            case Retraining.State.Running running ->
                "Being done since %s: %s.".formatted(Times.inWords(running.since()), running.step());
            case Retraining.State.Done done -> "%s (%s)".formatted(done.what(), Times.inWords(done.at()));
            case Retraining.State.Failed failed ->
                "No model could be learned and tried, so all stays as it is (%s): %s"
                        .formatted(Times.inWords(failed.at()), failed.why());
        };
    }
}
