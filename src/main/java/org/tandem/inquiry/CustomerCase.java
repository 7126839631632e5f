package org.tandem.inquiry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.privacy.PhoneNumber;

/** An inquiry in the hands of its customer: only {@link Inquiries#enter} gives one, to whoever has its token. Every method can be repeated. */
public final class CustomerCase {

    private final Inquiries inquiries;
    private final InquiryId id;
    private final @Nullable String key;

    CustomerCase(Inquiries inquiries, InquiryId id, @Nullable String key) {
        this.inquiries = inquiries;
        this.id = id;
        this.key = key;
    }

    /**
     * What is done next has this key: done again with the same key and content it changes nothing, with other content it is refused
     * with {@link IdempotencyConflict}. Each action has keys of its own.
     */
    public CustomerCase once(@Nullable String idempotencyKey) {
        return new CustomerCase(inquiries, id, idempotencyKey);
    }

    public CaseFile read() {
        return inquiries.get(id);
    }

    public UUID write(String text) {
        return inquiries.write(id, text, key);
    }

    public void requestPerson() {
        inquiries.requestPerson(id, key);
    }

    /** Asks for a call instead of a written answer, while a person is waited for. Another number takes the place of the first. */
    public void askForCall(PhoneNumber number) {
        inquiries.askForCall(id, number, key);
    }

    /** Takes back that a call was wanted. */
    public void preferWriting() {
        inquiries.preferWriting(id, key);
    }

    public boolean wantsCall() {
        return inquiries.wantsCall(id);
    }

    public void judge(boolean solved) {
        inquiries.verdict(id, solved, key);
    }

    public void rate(int score, @Nullable String comment) {
        inquiries.rate(id, score, comment, key);
    }

    public void withdraw() {
        inquiries.withdraw(id, key);
    }
}
