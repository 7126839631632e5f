package org.tandem.desk.pay;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/**
 * An amount of money, exact however large a sum is; it may be negative, as what is taken back is.
 *
 * @param units such as cents, or what else the currency is counted in
 * @param currency one that has minor units, which gold and test codes have not
 */
public record Money(BigInteger units, Currency currency) {

    private static final BigInteger MOST_AT_ONCE = BigInteger.valueOf(100_000_000);

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("%s is no currency that anybody is paid in".formatted(currency));
        }
    }

    public Money(long minorUnits, Currency currency) {
        this(BigInteger.valueOf(minorUnits), currency);
    }

    /** More than this for one piece of work, or given by one correction, is a slip: 1,000,000 of a currency that is counted in hundredths. */
    static Money mostAtOnce(Currency currency) {
        return new Money(MOST_AT_ONCE, currency);
    }

    /** Nothing, in this currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * An amount in the units that prices are written in, such as 3.20 for euros.
     *
     * @throws IllegalArgumentException if the currency has no units as small as that, or it is too large to be kept
     */
    public static Money of(BigDecimal amount, Currency currency) {
        var digits = Math.max(0, currency.getDefaultFractionDigits());
        if (amount.scale() > digits) {
            throw new IllegalArgumentException(
                    "%s has more decimal places than %s, which has %d".formatted(amount, currency, digits));
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
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "%s and %s cannot be added without a rate of exchange".formatted(this, other));
        }
        return new Money(units.add(other.units), currency);
    }

    public Money negated() {
        return new Money(units.negate(), currency);
    }

    public boolean isNegative() {
        return units.signum() < 0;
    }

    boolean isTooMuchAtOnce() {
        return units.compareTo(MOST_AT_ONCE) > 0;
    }

    /**
     * As it is kept.
     *
     * @throws ArithmeticException if it is a sum that is too large for that
     */
    public long minorUnits() {
        return units.longValueExact();
    }

    /** In the units that prices are written in. */
    public BigDecimal amount() {
        return new BigDecimal(units, currency.getDefaultFractionDigits());
    }

    /** As people read it, such as {@code 3.20 EUR}. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
