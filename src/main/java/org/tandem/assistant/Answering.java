package org.tandem.assistant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tandem.assistant.answering.Rewording;
import org.tandem.assistant.knowledge.ApprovedText;
import org.tandem.assistant.knowledge.Topic;

/**
 * Makes the answer to what was read: the approved text, or those of both requests, with the slots filled. A missing fact means a
 * person, never a blank.
 */
@Component
class Answering {

    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private final AccountFacts accountFacts;
    private final Rewording rewording;

    @Autowired
    Answering(ObjectProvider<AccountFacts> accountFacts, ObjectProvider<Rewording> rewording) {
        this(accountFacts.getIfAvailable(() -> AccountFacts.NONE), rewording.getIfAvailable(() -> Rewording.NONE));
    }

    Answering(AccountFacts accountFacts) {
        this(accountFacts, Rewording.NONE);
    }

    Answering(AccountFacts accountFacts, Rewording rewording) {
        this.accountFacts = accountFacts;
        this.rewording = rewording;
    }

    /** The same in the approved words: what nobody hears needs no better ones. */
    Answering plainly() {
        return new Answering(accountFacts);
    }

    Attempt answer(Reading reading, @Nullable String customerKey) {
        var topics = reading.topics();
        if (topics.isEmpty()) {
            return new Attempt.Unsure(reading.understanding(), reading.whyNoTopic(), null, reading.modelVersion());
        }
        var approved = ApprovedText.of(topics.stream().map(Topic::answer).toList());
        var facts = facts(reading, approved, customerKey);
        return switch (approved.fill(facts)) {
            case ApprovedText.Filled.Complete complete ->
                new Attempt.Drafted(
                        reading.understanding(),
                        draft(reworded(reading, approved, facts).orElse(complete.text()), topics),
                        reading.risk(),
                        reading.guaranteedRisk(),
                        reading.modelVersion());
            case ApprovedText.Filled.Incomplete incomplete ->
                new Attempt.Unsure(
                        reading.understanding(),
                        "The answer needs what is not known of this customer: %s."
                                .formatted(String.join(", ", incomplete.missing())),
                        draft(incomplete.text(), topics),
                        reading.modelVersion());
        };
    }

    /** What is sensitive, by its topic or by what was heard, is said as it was approved. */
    private Optional<String> reworded(Reading reading, ApprovedText approved, Map<String, String> facts) {
        var areOrdinary = reading.topics().stream()
                .map(Topic::topicClass)
                .allMatch(topicClass -> topicClass == TopicClass.ROUTINE || topicClass == TopicClass.ACCOUNT);
        var isCalm = Set.of(Understanding.SEVERAL_REQUESTS)
                .containsAll(reading.understanding().signals());
        if (!areOrdinary || !isCalm) {
            return Optional.empty();
        }
        return rewording
                .reword(reading.asked(), approved)
                .map(text -> text.fill(facts))
                .flatMap(filled -> filled instanceof ApprovedText.Filled.Complete complete
                        ? Optional.of(complete.text())
                        : Optional.empty());
    }

    private static Draft draft(String text, List<Topic> topics) {
        var sources = topics.stream()
                .map(topic -> new SourceLink(topic.title(), topic.source()))
                .toList();
        return new Draft(text, topics.getFirst().id(), sources);
    }

    /** Whatever goes wrong there is no reason to fail: without facts a person answers. */
    private Map<String, String> facts(Reading reading, ApprovedText approved, @Nullable String customerKey) {
        if (customerKey == null || approved.slots().isEmpty()) {
            return Map.of();
        }
        try {
            return accountFacts.of(customerKey);
        } catch (RuntimeException e) {
            log.warn(
                    "The account facts for {} cannot be had: {}",
                    reading.topics().stream().map(Topic::id).toList(),
                    e.getClass().getName());
            return Map.of();
        }
    }
}
