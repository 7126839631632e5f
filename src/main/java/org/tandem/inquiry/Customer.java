package org.tandem.inquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;

/** Who asks. Personal data: never logged, never part of an event. */
@Embeddable
public record Customer(
        @Column(name = "customer_name") String name,
        @Column(name = "customer_email") String email) {

    public Customer {
        name = Texts.line("A name", name, 200);
        var address = EmailAddress.of(email).map(EmailAddress::toString).orElse(email);
        email = Texts.line("An e-mail address", address, 320);
    }

    /** By what a customer who contacts us again is recognised. */
    public String contactKey() {
        return EmailAddress.of(email).map(EmailAddress::key).orElse(email.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "Customer[not shown]";
    }
}
