package org.tandem.inquiry;

/** There is no inquiry with this id. */
public class UnknownInquiry extends RuntimeException {

    UnknownInquiry(InquiryId id) {
        super("There is no inquiry %s".formatted(id));
    }
}
