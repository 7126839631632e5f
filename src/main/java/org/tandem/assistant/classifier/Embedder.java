package org.tandem.assistant.classifier;

/** Turns a text into a vector whose direction is its meaning. */
@FunctionalInterface
public interface Embedder {

    float[] embed(String text);
}
