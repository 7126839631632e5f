package org.tandem.assistant.classifier;

/**
 * What a text must not see of the examples when it is scored: itself, to judge a model by the examples it was trained on, or
 * everything with its label, to see how a question on an unknown topic looks.
 */
record LeftOut(int example, int label) {

    static final LeftOut NOTHING = new LeftOut(-1, -1);

    static LeftOut example(int example) {
        return new LeftOut(example, -1);
    }

    static LeftOut label(int label) {
        return new LeftOut(-1, label);
    }

    boolean covers(int index, int itsLabel) {
        return index == example || itsLabel == label;
    }
}
