package org.tandem.inquiry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An inquiry in the hands of its customer: only {@link Inquiries#enter} gives one, to whoever has its token. Every method can be repeated. */
public final class CustomerCase {

    private final Inquiries inquiries;
    private final InquiryId id;

    CustomerCase(Inquiries inquiries, InquiryId id) {
        this.inquiries = inquiries;
        this.id = id;
    }

    public CaseFile read() {
        return inquiries.get(id);
    }

    public UUID write(String text) {
        return write(text, null);
    }

    /** Adds a message; with a key, the same key again adds nothing. */
    public UUID write(String text, @Nullable String idempotencyKey) {
        return inquiries.write(id, text, idempotencyKey);
    }

    public void requestPerson() {
        inquiries.requestPerson(id);
    }

    public void judge(boolean solved) {
        inquiries.verdict(id, solved);
    }

    public void rate(int score, @Nullable String comment) {
        inquiries.rate(id, score, comment);
    }

    public void withdraw() {
        inquiries.withdraw(id);
    }
}
