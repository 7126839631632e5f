package org.tandem.quality.automation;

import org.jspecify.annotations.Nullable;

/** What can be opened and shut by itself: everything, a topic, or a model with the knowledge that it learned. */
record Subject(Kind kind, String id) {

    enum Kind {
        ALL,
        TOPIC,
        MODEL
    }

    static final Subject EVERYTHING = new Subject(Kind.ALL, "");

    static Subject topic(String id) {
        return new Subject(Kind.TOPIC, id);
    }

    static Subject model(String version) {
        return new Subject(Kind.MODEL, version);
    }

    @Nullable
    String topic() {
        return kind == Kind.TOPIC ? id : null;
    }

    public String inWords() {
        return switch (kind) {
            case ALL -> "everything";
            case TOPIC -> "the topic %s".formatted(id);
            case MODEL -> "the model %s".formatted(id);
        };
    }
}
