package org.tandem.assistant;

/** How probable it is that the customer writes about a topic. */
public record TopicScore(String topicId, String title, TopicClass topicClass, boolean automated, double probability) {}
