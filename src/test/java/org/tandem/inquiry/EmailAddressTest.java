package org.tandem.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                " ada@example.org\t",
                "ada@example.org\u200B",
                "ada\u00AD@example\u200D.org",
                "\uFEFFada@example.org\u2028",
                "\u202Aada@example.org\u202C",
                "\u3164ada@example.org\u2800",
                "\u00A0ada@example.org\u3000",
                "ada@example.org\uDB40\uDC41",
                "ada\uFE0F@example.org",
                "mailto:ada@example.org",
                "MAILTO: ada@example.org?subject=My%20order",
                "<ada@example.org>",
                "<mailto:ada@example.org>",
                "Ada <ada@example.org>",
                "\"Lovelace, Ada\" <ada@example.org>;",
                "ada@example.org.",
                "ada@example.org;",
                "ada@example.org, ",
                "\"ada@example.org\"",
                "'ada@example.org'",
                "\u201Cada@example.org\u201D",
                "\u201Eada@example.org\u201C",
                "\u00ABada@example.org\u00BB",
                "(ada@example.org)",
                "[ada@example.org]",
                "`ada@example.org`",
                "ada @ example.org",
                "ada\uFF20example\uFF0Eorg",
                "ada@example\u3002org"
            })
    void whatSurroundsAnAddressIsNoPartOfIt(String typed) {
        assertThat(EmailAddress.of(typed)).hasToString("Optional[ada@example.org]");
        assertThat(new Customer("Ada", typed).email()).isEqualTo("ada@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.org",
                "Robin.O'Neil+shop_1@mail.customer.example",
                "ada@m\u00FCnchen.example",
                "\u0430\u0434\u0430@\u043F\u043E\u0447\u0442\u0430.\u0440\u0444",
                "\u0905\u0926\u093E@\u0909\u0926\u093E\u0939\u0930\u0923.\u092D\u093E\u0930\u0924",
                "ada@xn--mnchen-3ya.example",
                "ada@1-2.3.co",
                "!#$%&*+/=?^_{|}~-@example.org"
            })
    void whatBelongsToAnAddressStays(String typed) {
        assertThat(EmailAddress.of(typed)).hasToString("Optional[%s]".formatted(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u200B",
                "ada",
                "ada@",
                "@example.org",
                "\u200B@example.org",
                "ada@example",
                "ada@example.o",
                "ada@example..org",
                "ada@.org",
                "ada..b@example.org",
                "ada.@example.org",
                "ada@example.42",
                "ada@-example.org",
                "ada@example-.org",
                "ada@exa_mple.org",
                "ada@exa mple.org",
                "ada lovelace@example.org",
                "ada@example.org, bob@example.org",
                "ada@bob@example.org",
                "Ada <ada@example.org> <bob@example.org>",
                "a\uFFFDa@example.org",
                "ada@example.org (at work, not bob@example.org)"
            })
    void whatIsNoAddressOrSeveralIsNone(String typed) {
        assertThat(EmailAddress.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ADA@Example.ORG",
        "ada@example.org, <mailto:Ada@example.org>",
        "ada@example.org, ada@example.org\u200B",
        "ada@münchen.example, ada@xn--mnchen-3ya.example",
        "ada@münchen.example, ada@MÜNCHEN.example",
        "ada@münchen.example, ada@mu\u0308nchen.example",
        "zoë@example.org, zoe\u0308@example.org",
        "ada@straße.example, Ada@STRAẞE.example",
        "ada@straße.example, ada@xn--strae-oqa.example",
        "ada@κόσμος.example, ada@xn--vxaejmc7c.example",
        "ада@почта.рф, АДА@xn--80a1acny.xn--p1ai"
    })
    void equalAddressesAreOneCustomer(String one, String other) {
        assertThat(new Customer("Ada", other).contactKey()).isEqualTo(new Customer("A", one).contactKey());
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.com",
        "ada@example.org, ada+shop@example.org",
        "ada@example.org, a.da@example.org",
        "ada@muenchen.example, ada@münchen.example",
        "ada@straße.example, ada@strasse.example",
        "ada@κόσμος.example, ada@κόσμοσ.example"
    })
    void otherAddressesAreOtherCustomers(String one, String other) {
        assertThat(new Customer("Ada", other).contactKey()).isNotEqualTo(new Customer("A", one).contactKey());
    }
}
