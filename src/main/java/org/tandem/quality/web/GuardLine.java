package org.tandem.quality.web;

import org.tandem.quality.numbers.AutomationStates.State;

/** How far something is open, in a row. */
record GuardLine(String what, String state, boolean isShut, String since, String by, String reason) {

    static GuardLine of(State state) {
        return new GuardLine(
                switch (state.kind()) {
                    case "TOPIC" -> "Topic " + state.subject();
                    case "MODEL" -> "Model " + state.subject();
                    default -> "Everything";
                },
                switch (state.mode()) {
                    case "OPEN" -> "open";
                    case "SHUT" -> "shut";
                    case "RELEASED" -> "released to " + InFigures.percent(state.share());
                    default -> "silent, beside people";
                },
                state.mode().equals("SHUT"),
                InFigures.moment(state.since()),
                state.by(),
                state.reason());
    }
}
