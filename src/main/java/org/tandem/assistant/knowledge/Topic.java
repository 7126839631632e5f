package org.tandem.assistant.knowledge;

import java.util.List;
import org.tandem.assistant.TopicClass;

/**
 * What the assistant may answer: an approved text, and the questions customers ask when they need it.
 *
 * @param counterExamples near misses, which belong to another topic; what is more like one than like any example is not answered
 */
public record Topic(
        String id,
        String title,
        TopicClass topicClass,
        boolean automated,
        String source,
        List<String> examples,
        List<String> counterExamples,
        ApprovedText answer) {}
