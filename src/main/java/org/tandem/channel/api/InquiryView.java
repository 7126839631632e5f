package org.tandem.channel.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Expectation;
import org.tandem.inquiry.PeopleAtWork.Standing;
import org.tandem.inquiry.State;

/** An inquiry as its customer may see it: never scores, decisions or names of agents. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InquiryView(
        UUID id,
        String number,
        Stage state,
        boolean closed,
        Instant receivedAt,
        @Nullable Instant expectedBy,
        @Nullable Waiting waiting,
        boolean callRequested,
        @Nullable Rated rating,
        List<Said> messages) {

    /** Where it stands. {@code WITH_PERSON} is there once people have a task for it, {@code WAITING_FOR_PERSON} before. */
    enum Stage {
        RECEIVED,
        AI_ANSWERED,
        WAITING_FOR_PERSON,
        WITH_PERSON,
        ANSWERED_BY_PERSON,
        RESOLVED,
        WITHDRAWN;

        static Stage of(State state, Standing standing) {
            return state == State.WITH_PERSON && standing == Standing.ON_ITS_WAY
                    ? WAITING_FOR_PERSON
                    : valueOf(state.name());
        }
    }

    /**
     * What to expect until a person takes it.
     *
     * @param place in the queue, from 1
     * @param half within this time from now half of those in this place have an answer, as PT20M; not there while too little is known
     * @param nineInTen within this time nine in ten have one
     * @param opensAt when people are back, if nobody works now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(
            int place,
            @Nullable Duration half,
            @Nullable Duration nineInTen,
            @Nullable Instant opensAt) {

        static Waiting of(Expectation expected) {
            var opens = expected.opens();
            return new Waiting(
                    expected.place(), expected.half(), expected.most(), opens == null ? null : opens.toInstant());
        }
    }

    record Said(UUID id, Author author, String text, Instant at, List<Link> sources) {}

    record Link(String title, String link) {}

    record Rated(int score, @Nullable String comment) {}

    static InquiryView of(CaseFile file, Standing standing, Optional<Expectation> expected, boolean callRequested) {
        var rating = file.rating();
        var promise = file.promise();
        return new InquiryView(
                file.id().value(),
                file.number(),
                Stage.of(file.state(), standing),
                file.closed(),
                file.receivedAt(),
                promise == null ? null : promise.by(),
                expected.map(Waiting::of).orElse(null),
                callRequested,
                rating == null ? null : new Rated(rating.score(), rating.comment()),
                file.messages().stream()
                        .map(message -> new Said(
                                message.id(),
                                message.author(),
                                message.text(),
                                message.at(),
                                message.sources().stream()
                                        .map(source -> new Link(source.title(), source.link()))
                                        .toList()))
                        .toList());
    }
}
