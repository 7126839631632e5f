package org.tandem.quality.backtest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.Question;
import org.tandem.assistant.StoredModels;

/**
 * Reads again, with another model, what customers had written. Facts about accounts are those of that time: where the same topic had no
 * answer then, it has none now, and other topics have one.
 */
final class Rereading {

    private final StoredModels.Reader model;
    private final CustomerTexts texts;
    private final int most;
    private int reread;
    private int unread;

    /** @param most so many are read again, and the others stay as they were */
    Rereading(StoredModels.Reader model, CustomerTexts texts, int most) {
        this.model = model;
        this.texts = texts;
        this.most = most;
    }

    /** @param unread stayed as they were: the AI had not read them, they were erased since, or there were too many */
    public record Extent(int reread, int unread) {}

    Extent extent() {
        return new Extent(reread, unread);
    }

    /** The same decisions, in their order, on what the model makes of them. */
    List<PastDecision> of(List<PastDecision> decisions) {
        var candidates = decisions.stream()
                .map(PastDecision::key)
                .limit(Math.max(0, most - reread))
                .toList();
        var asked = candidates.isEmpty() ? Map.<String, CustomerTexts.Asked>of() : texts.of(candidates);
        reread += asked.size();
        unread += decisions.size() - asked.size();
        return decisions.parallelStream()
                .map(decision -> {
                    var text = asked.get(decision.key());
                    return text == null ? decision : decision.with(inputs(decision, text));
                })
                .toList();
    }

    private Map<String, @Nullable Object> inputs(PastDecision decision, CustomerTexts.Asked asked) {
        var attempt = model.attempt(new Question(asked.messages(), asked.language()));
        var understanding = attempt.understanding();
        var topic =
                understanding.topics().isEmpty() ? null : understanding.topics().getFirst();
        boolean lacksFacts =
                !asked.drafted() && topic != null && topic.topicId().equals(decision.topic());
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put("topic", topic == null ? null : topic.topicId());
        inputs.put("topicClass", understanding.topicClass());
        inputs.put("topicAutomated", topic == null || topic.automated());
        inputs.put("risk", attempt instanceof Attempt.Drafted drafted && !lacksFacts ? drafted.risk() : 1.0);
        inputs.put(
                "guaranteedRisk",
                attempt instanceof Attempt.Drafted drafted && !lacksFacts ? drafted.guaranteedRisk() : 1.0);
        inputs.put("distress", understanding.distress());
        inputs.put("customerAskedForPerson", understanding.asksForPerson());
        inputs.put("severalRequests", understanding.severalRequests());
        inputs.put("languageSupported", understanding.languageSupported());
        return inputs;
    }
}
