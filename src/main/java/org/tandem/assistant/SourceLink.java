package org.tandem.assistant;

/** Where an answer comes from, for the customer to check. */
public record SourceLink(String title, String link) {}
