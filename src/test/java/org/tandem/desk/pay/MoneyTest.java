package org.tandem.desk.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({
        "3.20,EUR,320,3.20 EUR",
        "3.2,EUR,320,3.20 EUR",
        "320,JPY,320,320 JPY",
        "1.234,KWD,1234,1.234 KWD",
        "-0.05,EUR,-5,-0.05 EUR"
    })
    void anAmountIsKeptInTheUnitsOfItsCurrency(BigDecimal amount, String currency, long minorUnits, String words) {
        var money = Money.of(amount, Currency.getInstance(currency));

        assertThat(money.minorUnits()).isEqualTo(minorUnits);
        assertThat(money).hasToString(words);
        assertThat(money.amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"3.205,EUR", "3.0,JPY", "0.0001,KWD", "92233720368547758.08,EUR", "1E-999999999,EUR", "1E+999999999,EUR"
    })
    void anAmountThatTheCurrencyHasNoUnitsForIsRefused(BigDecimal amount, String currency) {
        assertThatThrownBy(() -> Money.of(amount, Currency.getInstance(currency)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(amount.toString());
    }

    @Test
    void nobodyIsPaidInGold() {
        assertThatThrownBy(() -> Money.zero(Currency.getInstance("XAU"))).hasMessageContaining("XAU");
    }

    @Test
    void currenciesAreNotAdded() {
        assertThatThrownBy(() -> Money.zero(EUR).plus(Money.zero(Currency.getInstance("SEK"))))
                .hasMessageContaining("0.00 EUR and 0.00 SEK");
    }

    @Test
    void aLargeSumIsNotMadeASmallOne() {
        var sum = new Money(Long.MAX_VALUE, EUR).plus(new Money(1, EUR));

        assertThat(sum).hasToString("92233720368547758.08 EUR");
        assertThatThrownBy(sum::minorUnits).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void whatIsTakenBackLeavesNothing(@ForAll int minorUnits) {
        var money = new Money(minorUnits, EUR);

        assertThat(money.plus(money.negated())).isEqualTo(Money.zero(EUR));
    }
}
