package org.tandem.assistant.learning;

/** A label and how probable it is. */
public record Candidate(String label, double probability) {}
