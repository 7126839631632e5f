package org.tandem.quality.backtest;

import java.util.List;

/** A proposed gate that could not be deployed, in the sentences that its analyst would read then. */
public final class GateRefused extends RuntimeException {

    private final transient List<String> sentences;

    GateRefused(List<String> sentences) {
        super(String.join("\n", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public List<String> sentences() {
        return sentences;
    }
}
