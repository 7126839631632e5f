package org.tandem.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out whether an inquiry is a repeat contact: the same customer, on whatever channel, had an answer about the same or a
 * {@linkplain Similarity similar} topic in the 30 days before. It is linked to the latest such inquiry as soon as a topic is known, and
 * anew when a person says that it is about something else.
 */
@Component
class RepeatContacts {

    static final Duration LONGEST = Duration.ofDays(30);

    private static final int EARLIER_THAT_MATTER = 20;

    private final InquiryRepository repository;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    RepeatContacts(InquiryRepository repository, JdbcClient database, ApplicationEventPublisher events) {
        this.repository = repository;
        this.database = database;
        this.events = events;
    }

    Optional<RepeatContact> of(InquiryId inquiry) {
        return database.sql("""
                        select repeat_contact.*, inquiry.number from repeat_contact
                        join inquiry on inquiry.id = repeat_contact.earlier_id where inquiry_id = ?
                        """)
                .param(inquiry.value())
                .query((row, number) -> new RepeatContact(
                        new InquiryId(row.getObject("earlier_id", UUID.class)),
                        row.getString("number"),
                        row.getString("earlier_key"),
                        row.getBoolean("earlier_by_ai"),
                        row.getString("agent"),
                        Similarity.valueOf(row.getString("similarity")),
                        Duration.ofSeconds(row.getLong("after_seconds"))))
                .optional();
    }

    /** Repeating it changes nothing, as long as the topics stay. */
    void look(Inquiry inquiry, Instant now) {
        var known = of(inquiry.id());
        var still = known.flatMap(link -> again(inquiry, link));
        var link = still.or(() -> earlier(inquiry));
        if (link.equals(known)) {
            return;
        }
        var elsewhere = known.filter(old ->
                link.map(RepeatContact::earlier).filter(old.earlier()::equals).isEmpty());
        elsewhere.ifPresent(old -> publish(inquiry, old, Similarity.OTHER_TOPIC, now));
        database.sql("delete from repeat_contact where inquiry_id = ?")
                .param(inquiry.id().value())
                .update();
        link.ifPresent(found -> {
            keep(inquiry, found);
            publish(inquiry, found, found.similarity(), now);
        });
    }

    /** The same earlier inquiry, if it is still about the same: it may have had another answer since. */
    private Optional<RepeatContact> again(Inquiry inquiry, RepeatContact link) {
        return repository
                .findById(link.earlier().value())
                .map(earlier -> inquiry.matter().to(earlier.matter()))
                .filter(similarity -> similarity != Similarity.OTHER_TOPIC)
                .map(similarity -> new RepeatContact(
                        link.earlier(),
                        link.earlierNumber(),
                        link.earlierKey(),
                        link.earlierByAi(),
                        link.agent(),
                        similarity,
                        link.after()));
    }

    private Optional<RepeatContact> earlier(Inquiry inquiry) {
        if (inquiry.matter().topic() == null) {
            return Optional.empty();
        }
        var came = inquiry.receivedAt();
        return repository
                .findAnswered(
                        inquiry.contactKey(),
                        inquiry.id().value(),
                        came.minus(LONGEST),
                        came,
                        Limit.of(EARLIER_THAT_MATTER))
                .stream()
                .filter(earlier -> inquiry.matter().to(earlier.matter()) != Similarity.OTHER_TOPIC)
                .findFirst()
                .flatMap(earlier -> earlier.repeatedBy(inquiry));
    }

    private void keep(Inquiry inquiry, RepeatContact link) {
        database.sql("""
                        insert into repeat_contact
                            (inquiry_id, earlier_id, earlier_key, earlier_by_ai, agent, similarity, after_seconds)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        inquiry.id().value(),
                        link.earlier().value(),
                        link.earlierKey(),
                        link.earlierByAi(),
                        link.agent(),
                        link.similarity().name(),
                        link.after().toSeconds())
                .update();
    }

    private void publish(Inquiry inquiry, RepeatContact link, Similarity similarity, Instant now) {
        events.publishEvent(new InquiryEvent.ContactedAgain(
                UUID.randomUUID(),
                inquiry.id(),
                now,
                link.earlier(),
                link.earlierKey(),
                link.earlierByAi(),
                similarity,
                link.after()));
    }
}
