package org.tandem.channel.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.State;

/** An inquiry as its customer may see it: never scores, decisions or names of agents. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InquiryView(
        UUID id,
        String number,
        State state,
        boolean closed,
        Instant receivedAt,
        @Nullable Instant expectedBy,
        @Nullable Rated rating,
        List<Said> messages) {

    record Said(UUID id, Author author, String text, Instant at, List<Link> sources) {}

    record Link(String title, String link) {}

    record Rated(int score, @Nullable String comment) {}

    static InquiryView of(CaseFile file) {
        var rating = file.rating();
        var promise = file.promise();
        return new InquiryView(
                file.id().value(),
                file.number(),
                file.state(),
                file.closed(),
                file.receivedAt(),
                promise == null ? null : promise.by(),
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
