package org.tandem.assistant.classifier;

/** A label and how probable it is. */
public record Candidate(String label, double probability) {}
