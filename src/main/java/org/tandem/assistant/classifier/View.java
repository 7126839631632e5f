package org.tandem.assistant.classifier;

/** How a text looks beside the examples: each head's scores per label, and how alike it is to anything known. */
record View(float[][] votes, double[] likeness) {

    View withRidge(float[] scores) {
        votes[Heads.RIDGE] = scores;
        return this;
    }
}
