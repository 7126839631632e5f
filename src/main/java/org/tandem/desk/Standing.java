package org.tandem.desk;

import org.jspecify.annotations.Nullable;

/**
 * What routing goes by that a customer's account says.
 *
 * @param tier such as {@code premium}, if it is known
 * @param market id of a calendar, such as {@code sweden}
 */
public record Standing(@Nullable String tier, String market) {}
