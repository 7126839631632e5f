package org.tandem.inquiry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** All inquiries: what customers do with theirs, and what the process does with them. Every method can be repeated. */
@Service
public class Inquiries {

    /** Accepts an inquiry. The same key and content again gives the same receipt. */
    public Receipt open(NewInquiry inquiry, @Nullable String idempotencyKey) {
        throw new UnsupportedOperationException();
    }

    public CaseFile get(InquiryId id) {
        throw new UnsupportedOperationException();
    }

    /** Refuses with {@link InvalidToken}, whether or not the inquiry exists. */
    public void authorize(InquiryId id, String token) {
        throw new UnsupportedOperationException();
    }

    public UUID write(InquiryId id, String text) {
        return write(id, text, null);
    }

    /** Adds a message of the customer; with a key, the same key again adds nothing. */
    public UUID write(InquiryId id, String text, @Nullable String idempotencyKey) {
        throw new UnsupportedOperationException();
    }

    public void requestPerson(InquiryId id) {
        throw new UnsupportedOperationException();
    }

    public void verdict(InquiryId id, boolean solved) {
        throw new UnsupportedOperationException();
    }

    public void rate(InquiryId id, int score, @Nullable String comment) {
        throw new UnsupportedOperationException();
    }

    public void withdraw(InquiryId id) {
        throw new UnsupportedOperationException();
    }

    /** Keeps what the AI made of it, one per conversation key: a repeat replaces it, unless it was already sent. */
    public void keepAttempt(InquiryId id, AiAttempt attempt) {
        throw new UnsupportedOperationException();
    }

    /** Sends the draft of this conversation key if the case still stands where the AI read it. */
    public Sending answerByAi(InquiryId id, GateDecision decision) {
        throw new UnsupportedOperationException();
    }

    /** Passes the inquiry to people, if they do not have it yet, and returns the conversation key it has now. */
    public String takeToPerson(InquiryId id, HandOverReason reason, @Nullable GateDecision decision) {
        throw new UnsupportedOperationException();
    }

    /** Records the queue and the times promised, one per conversation key, and tells the customer once. */
    public void handOver(InquiryId id, HandOver handOver) {
        throw new UnsupportedOperationException();
    }

    /** Sends a person's answer, one per conversation key. */
    public Sending answerByPerson(InquiryId id, PersonAnswer answer, String conversationKey) {
        throw new UnsupportedOperationException();
    }

    public void recordAgent(InquiryId id, String conversationKey, String agent) {
        throw new UnsupportedOperationException();
    }

    /** Counts the inquiry as solved, unless people have it again, and asks for a rating once. */
    public FollowUp resolve(InquiryId id, Outcome outcome) {
        throw new UnsupportedOperationException();
    }

    /** Ends the inquiry, unless people have it again. */
    public FollowUp close(InquiryId id, Outcome outcome) {
        throw new UnsupportedOperationException();
    }

    public void closeWithdrawn(InquiryId id) {
        throw new UnsupportedOperationException();
    }
}
