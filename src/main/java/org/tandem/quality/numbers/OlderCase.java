package org.tandem.quality.numbers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.InquiryEvent;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.Outcome;
import org.tandem.inquiry.State;

/** What happened to an inquiry, as far as its file still says it. The events are the same whenever they are made of the same file. */
final class OlderCase {

    private final CaseFile file;
    private final List<Happening> happenings = new ArrayList<>();

    private OlderCase(CaseFile file) {
        this.file = file;
    }

    static List<Happening> happenings(CaseFile file) {
        var older = new OlderCase(file);
        older.tell();
        return older.happenings;
    }

    private void tell() {
        var id = file.id();
        add(event -> new InquiryEvent.Received(event, id, file.receivedAt(), file.number(), id + ":0"));
        for (var decision : file.decisions()) {
            file.attempts().stream()
                    .filter(attempt -> attempt.conversationKey().equals(decision.conversationKey()))
                    .forEach(attempt -> add(event -> new InquiryEvent.Decided(
                            event,
                            id,
                            decision.at(),
                            decision.conversationKey(),
                            decision.route(),
                            decision.rule(),
                            attempt.topic(),
                            attempt.topicClass(),
                            attempt.risk(),
                            attempt.modelVersion())));
        }
        for (var handOver : file.handOvers()) {
            add(event -> new InquiryEvent.HandedOver(
                    event,
                    id,
                    handOver.at(),
                    handOver.conversationKey(),
                    handOver.reason(),
                    handOver.queue(),
                    handOver.firstResponseDue()));
        }
        file.messages().forEach(this::said);
        var rating = file.rating();
        if (rating != null) {
            add(event -> new InquiryEvent.Rated(event, id, rating.at(), rating.score()));
        }
        if (file.state() == State.RESOLVED) {
            var outcome = file.outcome() == null ? Outcome.PRESUMED_SOLVED : file.outcome();
            add(event -> new InquiryEvent.Resolved(event, id, lastAnswer(), file.conversationKey(), outcome));
            add(event -> new InquiryEvent.AskedForRating(event, id, lastAnswer())); // everybody was, then
        }
    }

    private void said(Message message) {
        if (message.author() == Author.AI) {
            add(event -> new InquiryEvent.AiAnswered(event, file.id(), message.at(), key(message), message.id()));
        } else if (message.author() == Author.PERSON) {
            add(event -> new InquiryEvent.AnsweredByPerson(
                    event, file.id(), message.at(), key(message), message.id(), "", "", null, null, null));
        }
    }

    /** A person answers in the stretch in which they got the inquiry. */
    private String key(Message message) {
        return file.handOvers().stream()
                .filter(handOver -> !handOver.at().isAfter(message.at()))
                .reduce((earlier, later) -> later)
                .map(HandOver::conversationKey)
                .orElse(file.id() + ":0");
    }

    private Instant lastAnswer() {
        return file.messages().stream()
                .filter(message -> message.author() == Author.AI || message.author() == Author.PERSON)
                .map(Message::at)
                .reduce((earlier, later) -> later)
                .orElse(file.receivedAt());
    }

    private void add(Function<UUID, InquiryEvent> event) {
        var name = "older:%s:%d".formatted(file.id(), happenings.size());
        happenings.add(Happening.of(event.apply(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))));
    }
}
