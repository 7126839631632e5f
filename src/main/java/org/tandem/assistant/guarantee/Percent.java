package org.tandem.assistant.guarantee;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** A share in words. */
final class Percent {

    private Percent() {}

    static String of(double share) {
        return new DecimalFormat("0.## %", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(share);
    }
}
