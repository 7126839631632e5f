package org.tandem.channel.pages;

import org.tandem.inquiry.InquiryId;

/** The last part of the address of a conversation: which inquiry, and the token that opens it. */
record CustomerLink(InquiryId id, String token) {

    /** Reads the written form; public, as Spring converts path variables by it. */
    public static CustomerLink of(String link) {
        var dot = link.indexOf('.');
        if (dot < 0) {
            throw new BrokenLink();
        }
        try {
            return new CustomerLink(InquiryId.of(link.substring(0, dot)), link.substring(dot + 1));
        } catch (IllegalArgumentException e) {
            throw new BrokenLink();
        }
    }

    public String path() {
        return "/i/" + this;
    }

    @Override
    public String toString() {
        return id + "." + token;
    }

    /** An address that cannot be one of ours, for example cut off by a mail program. */
    static final class BrokenLink extends RuntimeException {}
}
