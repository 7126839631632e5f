package org.tandem.assistant.learning;

/** A text and what it is about. */
public record Labelled(String text, String label) {}
