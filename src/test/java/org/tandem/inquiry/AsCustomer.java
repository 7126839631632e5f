package org.tandem.inquiry;

/** For tests that are not about tokens. */
public final class AsCustomer {

    private AsCustomer() {}

    public static CustomerCase of(Inquiries inquiries, InquiryId id) {
        return new CustomerCase(inquiries, id, null);
    }
}
