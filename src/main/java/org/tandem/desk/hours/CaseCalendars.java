package org.tandem.desk.hours;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.CustomersTime;

/** By which calendar a case goes: that of the market in which it was handed to people, and ours where none is known or there is none any more. */
@Component
public class CaseCalendars implements CustomersTime {

    private final Calendars calendars;
    private final BusinessCalendar ours;

    CaseCalendars(Calendars calendars, @Value("${tandem.desk.market:united-kingdom}") String ours) {
        this.calendars = calendars;
        this.ours = calendars.get(ours);
    }

    /** @param market null if it is not known */
    public BusinessCalendar calendar(@Nullable String market) {
        return market != null && calendars.ids().contains(market) ? calendars.get(market) : ours;
    }

    @Override
    public ZoneId of(CaseFile file) {
        return calendar(market(file)).zone();
    }

    /** In which market it was handed over last; null if it is not known. */
    public static @Nullable String market(CaseFile file) {
        return file.handOvers().isEmpty() ? null : file.handOvers().getLast().calendar();
    }
}
