package org.tandem.inquiry;

import java.util.UUID;

/** Identifies an inquiry; random, so that it tells nothing about other inquiries. */
public record InquiryId(UUID value) {

    public static InquiryId next() {
        return new InquiryId(UUID.randomUUID());
    }

    /** Reads the written form, all 36 characters of it. */
    public static InquiryId of(String value) {
        try {
            var uuid = UUID.fromString(value);
            if (uuid.toString().equalsIgnoreCase(value)) {
                return new InquiryId(uuid);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' is not the id of an inquiry".formatted(value), e);
        }
        throw new IllegalArgumentException("'%s' is not the id of an inquiry".formatted(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
