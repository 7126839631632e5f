package org.tandem.inquiry;

import java.time.ZoneId;

/** Knows in which time a customer lives; that is for the people's side to say, which has the calendars of the markets. */
public interface CustomersTime {

    ZoneId of(CaseFile file);
}
