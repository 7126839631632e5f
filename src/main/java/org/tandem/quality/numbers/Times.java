package org.tandem.quality.numbers;

import java.util.stream.Stream;

/**
 * How long some cases took.
 *
 * @param firstResponse from the inquiry to the first answer
 * @param resolution from the inquiry to the answer that resolved it, if the customer has not come back within seven days
 * @param personWait from asking for a person to a person's answer
 */
public record Times(Durations firstResponse, Durations resolution, Durations personWait) {

    static Times none() {
        return new Times(new Durations(), new Durations(), new Durations());
    }

    void add(Times more) {
        firstResponse.add(more.firstResponse);
        resolution.add(more.resolution);
        personWait.add(more.personWait);
    }

    Stream<Object> encoded() {
        return Stream.of(firstResponse.encoded(), resolution.encoded(), personWait.encoded());
    }
}
