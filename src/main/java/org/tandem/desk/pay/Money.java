package org.tandem.desk.pay;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money, exact; it may be negative, as what is taken back is.
 *
 * @param minorUnits such as cents, or what else the currency is counted in
 * @param currency one that has minor units, which gold and test codes have not
 */
public record Money(long minorUnits, Currency currency) {

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("%s is no currency that anybody is paid in".formatted(currency));
        }
    }

    /** Nothing, in this currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * An amount in the units that prices are written in, such as 3.20 for euros.
     *
     * @throws IllegalArgumentException if the currency has no units as small as that
     */
    public static Money of(BigDecimal amount, Currency currency) {
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        if (amount.scale() > digits) {
            throw new IllegalArgumentException("%s has more decimal places than %s, which has %d"
                    .formatted(amount.toPlainString(), currency, digits));
        }
        try {
            return new Money(amount.movePointRight(digits).longValueExact(), currency);
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("%s is too large an amount".formatted(amount), tooLarge);
        }
    }

    /**
     * The sum of both.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the sum is too large to be exact
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "%s and %s cannot be added without a rate of exchange".formatted(this, other));
        }
        return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    public boolean isNegative() {
        return minorUnits < 0;
    }

    /** In the units that prices are written in. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /** As people read it, such as {@code 3.20 EUR}. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
