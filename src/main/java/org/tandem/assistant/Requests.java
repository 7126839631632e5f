package org.tandem.assistant;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The two clauses of a message that are most surely about different topics, as they were written; none when all seem to be about one.
 */
record Requests(List<Request> two) {

    /**
     * A clause taken for a request.
     *
     * @param trust in its topic, 0 to 1
     */
    record Request(TopicScore topic, double trust) {}

    static Requests of(List<Text> clauses, Function<Text, Request> reading) {
        if (clauses.size() < 2) {
            return new Requests(List.of());
        }
        var surest = clauses.stream()
                .map(reading)
                .filter(request -> request.trust() > 0)
                .collect(Collectors.toMap(
                        request -> request.topic().topicId(),
                        request -> request,
                        BinaryOperator.maxBy(Comparator.comparingDouble(Request::trust)),
                        LinkedHashMap::new));
        if (surest.size() < 2) {
            return new Requests(List.of());
        }
        var two = surest.values().stream()
                .sorted(Comparator.comparingDouble(Request::trust).reversed())
                .limit(2)
                .toList();
        return new Requests(surest.values().stream().filter(two::contains).toList());
    }

    List<TopicScore> topics() {
        return two.stream().map(Request::topic).toList();
    }

    /** That they are two: the trust in both. */
    double trust() {
        return two.isEmpty() ? 0 : two.getFirst().trust() * two.getLast().trust();
    }
}
