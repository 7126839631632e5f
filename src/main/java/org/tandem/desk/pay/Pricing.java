package org.tandem.desk.pay;

/** What work is worth. The price of an offer is the one of the moment when it is made, and stays what was promised. */
@FunctionalInterface
public interface Pricing {

    /**
     * By the rate card that is valid at the moment of the work.
     *
     * @throws IllegalStateException if none was valid yet
     */
    Price price(PaidWork work);
}
