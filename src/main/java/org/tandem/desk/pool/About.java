package org.tandem.desk.pool;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;
import org.tandem.desk.Task;

/** A task in a few words, without anything a customer said. */
final class About {

    private static final int LONGEST = 500;

    private About() {}

    static String of(Task task) {
        var subject = task.subject();
        var about = Stream.of(
                        subject.number(),
                        task.name(),
                        subject.topic() == null
                                ? null
                                : StringUtils.capitalize(subject.topic().replace('-', ' ')))
                .filter(StringUtils::hasText)
                .collect(Collectors.joining(" · "));
        return about.length() <= LONGEST ? about : about.substring(0, LONGEST);
    }
}
