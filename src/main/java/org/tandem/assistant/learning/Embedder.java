package org.tandem.assistant.learning;

/** Turns a text into a vector whose direction is its meaning. */
public interface Embedder {

    /** The length of every vector. */
    int dimensions();

    float[] embed(String text);
}
