package org.tandem.quality.automation;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** A share in words. */
final class Percent {

    private Percent() {}

    /** In percent, without the sign. */
    static String of(double share) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(100 * share);
    }
}
