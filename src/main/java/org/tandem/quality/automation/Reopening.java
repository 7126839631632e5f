package org.tandem.quality.automation;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a person decides about what the guardrail has shut. */
@Service
public class Reopening {

    /** What may be decided. */
    enum Decision {
        LEAVE_SHUT,
        SHADOW,
        OPEN
    }

    private final Switchboard switchboard;

    Reopening(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /**
     * Deciding the same again changes nothing.
     *
     * @param topic null for everything
     * @param decision {@code LEAVE_SHUT}, {@code SHADOW} or {@code OPEN}
     * @return why it cannot be done, in words for who decided; empty if it is done
     */
    public Optional<String> decide(
            @Nullable String topic, @Nullable String decision, @Nullable String by, @Nullable String reason) {
        if (by == null || by.isBlank()) {
            return Optional.of("It is not known who decides this: claim the task before you complete it.");
        }
        if (Arrays.stream(Decision.values()).noneMatch(one -> one.name().equals(decision))) {
            return Optional.of("Choose whether it stays shut, decides silently or is opened again.");
        }
        var subject = topic == null ? Subject.EVERYTHING : Subject.topic(topic);
        try {
            if (switchboard.standing(subject).mode() == Mode.SHUT) {
                switch (Decision.valueOf(decision)) {
                    case LEAVE_SHUT -> switchboard.change(subject, Mode.SHUT, 0, by, reason == null ? "" : reason);
                    case SHADOW -> switchboard.change(subject, Mode.SHADOW, 0, by, reason == null ? "" : reason);
                    case OPEN -> switchboard.change(subject, Mode.OPEN, 1, by, reason == null ? "" : reason);
                }
            }
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }
}
