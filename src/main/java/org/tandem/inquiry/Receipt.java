package org.tandem.inquiry;

/** What the customer gets for an inquiry: its id, a number to read out, and the token that opens it. */
public record Receipt(InquiryId id, String number, String token) {

    @Override
    public String toString() {
        return "Receipt[id=%s, number=%s]".formatted(id, number);
    }
}
