/** When people work in each market, as analysts write it in {@code processes/calendars}, and arithmetic with that time. */
@NamedInterface("hours")
@NullMarked
package org.tandem.desk.hours;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
