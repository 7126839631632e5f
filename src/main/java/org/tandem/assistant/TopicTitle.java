package org.tandem.assistant;

/** A topic of the knowledge, as people call it. */
public record TopicTitle(String id, String title) {}
