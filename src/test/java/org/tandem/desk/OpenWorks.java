package org.tandem.desk;

import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.tandem.desk.hours.SampleCalendars;

/** What the pool sees of tasks, without Spring. */
public final class OpenWorks {

    private OpenWorks() {}

    public static OpenWork of(Tasks tasks, Clock clock) {
        return new OpenWork(tasks, new Recently(clock));
    }

    public static TaskForms forms(Tasks tasks, ObjectMapper json) {
        return new TaskForms(tasks, new TaskCases(mock(), SampleCalendars.ofCases()), json, Clock.systemUTC());
    }
}
