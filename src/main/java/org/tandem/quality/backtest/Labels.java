package org.tandem.quality.backtest;

import java.util.Collection;
import java.util.Map;

/** What became known of answers, by conversation key. */
@FunctionalInterface
interface Labels {

    /** Of some conversations; those of which nothing is known may be missing. */
    Map<String, Known> of(Collection<String> keys);
}
