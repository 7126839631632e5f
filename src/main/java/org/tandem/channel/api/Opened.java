package org.tandem.channel.api;

import java.util.UUID;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tandem.inquiry.Receipt;

/** What opening an inquiry gives: the token is the customer's only key to it. */
record Opened(UUID id, String number, String token, Links links) {

    record Links(
            String self,
            String page,
            String messages,
            String personRequest,
            String callRequest,
            String writingRequest,
            String verdict,
            String rating,
            String withdrawal) {}

    static Opened of(Receipt receipt) {
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        var self = base + "/api/inquiries/" + receipt.id();
        return new Opened(
                receipt.id().value(),
                receipt.number(),
                receipt.token(),
                new Links(
                        self,
                        "%s/i/%s.%s".formatted(base, receipt.id(), receipt.token()),
                        self + "/messages",
                        self + "/person-request",
                        self + "/call-request",
                        self + "/writing-request",
                        self + "/verdict",
                        self + "/rating",
                        self + "/withdrawal"));
    }
}
