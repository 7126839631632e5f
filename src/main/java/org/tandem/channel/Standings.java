package org.tandem.channel;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.CustomersTime;
import org.tandem.inquiry.Expectation;
import org.tandem.inquiry.PeopleAtWork;
import org.tandem.inquiry.PeopleAtWork.Standing;
import org.tandem.inquiry.State;

/** How far people are with an inquiry, as customers are told: nothing is said of a person before there is a task that one can take. */
@Component
public class Standings {

    private final ObjectProvider<PeopleAtWork> people;
    private final ObjectProvider<Expectation.Forecast> forecast;
    private final ObjectProvider<CustomersTime> time;

    Standings(
            ObjectProvider<PeopleAtWork> people,
            ObjectProvider<Expectation.Forecast> forecast,
            ObjectProvider<CustomersTime> time) {
        this.people = people;
        this.forecast = forecast;
        this.time = time;
    }

    /** In which time the customer reads when something was. */
    public ZoneId zone(CaseFile file) {
        var known = time.getIfAvailable();
        return known == null ? ZoneOffset.UTC : known.of(file);
    }

    /** What to expect until a person takes it; nothing for whoever has one, or none to wait for. */
    public Optional<Expectation> expectation(CaseFile file, Standing standing) {
        var known = forecast.getIfAvailable();
        return known == null || standing != Standing.QUEUED ? Optional.empty() : known.of(file);
    }

    /** Where nobody can say, what the customer was promised stands: a task with a time is there or about to be. */
    public Standing of(CaseFile file) {
        var at = people.getIfAvailable();
        var standing = at == null || file.state() != State.WITH_PERSON ? Standing.UNKNOWN : at.standing(file);
        if (standing != Standing.UNKNOWN) {
            return standing;
        }
        return file.promise() == null ? Standing.ON_ITS_WAY : Standing.QUEUED;
    }
}
