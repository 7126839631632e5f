package org.tandem.assistant;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tandem.assistant.knowledge.ApprovedText;
import org.tandem.assistant.knowledge.Topic;

/** Makes the answer to what was read: the approved text with its slots filled. A missing fact means a person, never a blank. */
@Component
class Answering {

    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private final AccountFacts accountFacts;

    @Autowired
    Answering(ObjectProvider<AccountFacts> accountFacts) {
        this(accountFacts.getIfAvailable(() -> AccountFacts.NONE));
    }

    Answering(AccountFacts accountFacts) {
        this.accountFacts = accountFacts;
    }

    Attempt answer(Reading reading, @Nullable String customerKey) {
        var topic = reading.topic();
        if (topic == null) {
            var why = reading.understanding().topics().isEmpty()
                    ? "The message has no words that the assistant understands."
                    : "No topic fits what the customer wrote.";
            return new Attempt.Unsure(reading.understanding(), why, null, reading.modelVersion());
        }
        var facts = facts(topic, customerKey);
        return switch (topic.answer().fill(facts)) {
            case ApprovedText.Filled.Complete complete ->
                new Attempt.Drafted(
                        reading.understanding(),
                        draft(complete.text(), topic, facts),
                        reading.risk(),
                        reading.guaranteedRisk(),
                        reading.modelVersion());
            case ApprovedText.Filled.Incomplete incomplete ->
                new Attempt.Unsure(
                        reading.understanding(),
                        "The answer needs what is not known of this customer: %s."
                                .formatted(String.join(", ", incomplete.missing())),
                        draft(incomplete.text(), topic, facts),
                        reading.modelVersion());
        };
    }

    private static Draft draft(String text, Topic topic, Map<String, String> facts) {
        return new Draft(text, topic.id(), List.of(new SourceLink(topic.title(), topic.source())), facts);
    }

    /** Whatever goes wrong there is no reason to fail: without facts a person answers. */
    private Map<String, String> facts(Topic topic, @Nullable String customerKey) {
        if (customerKey == null || topic.answer().slots().isEmpty()) {
            return Map.of();
        }
        try {
            return accountFacts.of(customerKey);
        } catch (RuntimeException e) {
            log.warn(
                    "The account facts for topic {} cannot be had: {}",
                    topic.id(),
                    e.getClass().getName());
            return Map.of();
        }
    }
}
