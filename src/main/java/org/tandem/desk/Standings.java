package org.tandem.desk;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tandem.desk.hours.Calendars;

/** Where customers stand, as far as the facts about their account say it. A market without a calendar counts as ours. */
@Component("deskStandings")
public class Standings {

    static final String MARKET = "customer.market";

    private final AccountLookUp accounts;
    private final Calendars calendars;
    private final String ours;

    Standings(AccountLookUp accounts, Calendars calendars, @Value("${tandem.desk.market:united-kingdom}") String ours) {
        this.accounts = accounts;
        this.calendars = calendars;
        this.ours = calendars.get(ours).id();
    }

    public Standing of(String customerKey) {
        var facts = accounts.knownFacts(customerKey);
        var market = facts.get(MARKET);
        return new Standing(
                facts.get("customer.tier"), market != null && calendars.ids().contains(market) ? market : ours);
    }
}
