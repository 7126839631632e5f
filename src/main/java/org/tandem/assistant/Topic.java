package org.tandem.assistant;

import java.util.List;

/** What the assistant may answer: an approved text, and the questions customers ask when they need it. */
record Topic(
        String id,
        String title,
        TopicClass topicClass,
        boolean automated,
        String source,
        List<String> examples,
        String answer) {}
