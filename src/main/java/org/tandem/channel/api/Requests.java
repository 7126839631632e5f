package org.tandem.channel.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tandem.channel.Input;
import org.tandem.inquiry.Channel;
import org.tandem.inquiry.Customer;
import org.tandem.inquiry.NewInquiry;

/** The bodies of requests, as they may come in: anything can be missing, until it is checked. */
final class Requests {

    private Requests() {}

    record Open(
            @Schema(
                    description = "What it is about",
                    maxLength = Input.LONGEST_TEXT,
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String text,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Asking customer,

            @Schema(description = "Code of the customer's language, if known", example = "en") @Nullable
            String language,

            @Schema(description = "Whether the customer complains; a person answers then, in the time the law gives")
            @Nullable
            Boolean complaint) {

        NewInquiry checked(Input input) {
            var who = customer == null ? new Asking(null, null) : customer;
            var what = input.text("text", text);
            var name = input.name("customer.name", who.name);
            var email = input.email("customer.email", who.email);
            var code = input.language("language", language);
            input.orRefuse();
            return new NewInquiry(what, new Customer(name, email), code, Channel.API, Boolean.TRUE.equals(complaint));
        }
    }

    @Schema(name = "Customer")
    record Asking(
            @Schema(
                    maxLength = Input.LONGEST_NAME,
                    example = "Ada Example",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String name,

            @Schema(
                    maxLength = Input.LONGEST_EMAIL,
                    example = "ada@example.org",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String email) {}

    record Write(
            @Schema(maxLength = Input.LONGEST_TEXT, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String text) {}

    record Call(
            @Schema(
                    description = "With its country code",
                    example = "+44 20 7946 0018",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String phone) {}

    record Judge(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Boolean solved) {}

    record Rate(
            @Schema(type = "integer", minimum = "1", maximum = "5", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            BigDecimal score,

            @Schema(maxLength = Input.LONGEST_COMMENT) @Nullable
            String comment) {}
}
