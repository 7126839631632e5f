package org.tandem.quality.rehearsal;

/**
 * An inquiry of the stream.
 *
 * @param number its place in the stream, from 0
 * @param text without personal data, normalized
 * @param meaning its embedding, of length one
 * @param topic what it is about, which only a person may look at; empty for none of the topics
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Incoming(int number, String text, float[] meaning, String topic) {}
