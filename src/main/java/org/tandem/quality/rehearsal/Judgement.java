package org.tandem.quality.rehearsal;

/**
 * What a model thought of an inquiry before anybody had labelled it.
 *
 * @param topic what it would answer with; empty if with nothing, however sure it is
 * @param figures what its risk is told by
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Judgement(String topic, double[] figures) {}
