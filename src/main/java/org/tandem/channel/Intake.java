package org.tandem.channel;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.tandem.limits.ClientLimit;
import org.tandem.limits.TooOften;

/** How much may come in from one address: new inquiries and messages together, and refused with {@link TooOften} beyond. */
@Component
public class Intake {

    private final ClientLimit limit;

    Intake(IntakeLimit settings) {
        this.limit = new ClientLimit(settings.times(), settings.per());
    }

    public void count(HttpServletRequest from) {
        limit.count(from.getRemoteAddr());
    }
}
