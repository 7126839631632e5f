package org.tandem.assistant.classifier;

/** A text and what it is about. */
public record Labelled(String text, String label) {}
