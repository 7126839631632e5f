package org.tandem.channel.pages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.channel.Input;
import org.tandem.inquiry.Channel;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.NewInquiry;

/**
 * What a customer typed into the form on the help page; shown again as it is when something is wrong with it.
 *
 * @param complaint null unless the box is ticked
 */
record AskForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String text,
        @Nullable String complaint,
        @Nullable String formKey) {

    static AskForm empty() {
        return new AskForm(null, null, null, null, UUID.randomUUID().toString());
    }

    static AskForm about(@Nullable String text) {
        return new AskForm(null, null, text, null, UUID.randomUUID().toString());
    }

    NewInquiry checked(Input input) {
        var what = input.text("text", text);
        var who = input.name("name", name);
        var address = input.email("email", email);
        input.orRefuse();
        return new NewInquiry(what, new Customer(who, address), null, Channel.WEB, complaint != null);
    }

    /** The same form sent twice is one request; sent again with something changed it is another. */
    @Nullable
    String requestKey() {
        return FormKey.of(formKey, name, email, text, complaint);
    }
}
