package org.tandem.inquiry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the case was handled, at most one entry of each kind per conversation key. */
@Embeddable
class Evidence {

    @ElementCollection
    @CollectionTable(name = "inquiry_attempt", joinColumns = @JoinColumn(name = "inquiry_id"))
    @OrderColumn(name = "position")
    private List<AiAttempt> attempts = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "inquiry_decision", joinColumns = @JoinColumn(name = "inquiry_id"))
    @OrderColumn(name = "position")
    private List<GateDecision> decisions = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "inquiry_hand_over", joinColumns = @JoinColumn(name = "inquiry_id"))
    @OrderColumn(name = "position")
    private List<HandOver> handOvers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "inquiry_answer", joinColumns = @JoinColumn(name = "inquiry_id"))
    @OrderColumn(name = "position")
    private List<StoredAnswer> answers = new ArrayList<>();

    void keep(AiAttempt attempt) {
        replaceOrAdd(attempts, AiAttempt::conversationKey, attempt);
    }

    /**
     * The first decision of a conversation key stands; a repeat of the same step brings the same one.
     *
     * @return whether it is the first
     */
    boolean keep(GateDecision decision) {
        boolean first = find(decisions, GateDecision::conversationKey, decision.conversationKey())
                .isEmpty();
        if (first) {
            decisions.add(decision);
        }
        return first;
    }

    /** Keeps a hand-over or the change of one. */
    void keep(HandOver handOver) {
        replaceOrAdd(handOvers, HandOver::conversationKey, handOver);
    }

    void keep(StoredAnswer answer) {
        answers.add(answer);
    }

    Optional<AiAttempt> attempt(String conversationKey) {
        return find(attempts, AiAttempt::conversationKey, conversationKey);
    }

    Optional<HandOver> handOver(String conversationKey) {
        return find(handOvers, HandOver::conversationKey, conversationKey);
    }

    List<AiAttempt> attempts() {
        return attempts;
    }

    List<GateDecision> decisions() {
        return decisions;
    }

    /** Whether the AI was to try again, and nobody has had the case since. */
    boolean isHandedBack() {
        return !handOvers.isEmpty() && handOvers.getLast().isHandedBack();
    }

    List<HandOver> handOvers() {
        return handOvers;
    }

    Optional<StoredAnswer> answer(String conversationKey) {
        return find(answers, StoredAnswer::conversationKey, conversationKey);
    }

    Optional<StoredAnswer> lastAnswer() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
    }

    private static <T> void replaceOrAdd(List<T> all, Function<T, String> key, T entry) {
        for (var i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(key.apply(entry))) {
                all.set(i, entry);
                return;
            }
        }
        all.add(entry);
    }

    private static <T> Optional<T> find(List<T> all, Function<T, String> key, String conversationKey) {
        return all.stream()
                .filter(entry -> key.apply(entry).equals(conversationKey))
                .findFirst();
    }
}
