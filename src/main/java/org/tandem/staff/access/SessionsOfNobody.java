package org.tandem.staff.access;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.stereotype.Component;

/** Until somebody has signed in, a session ends soon: anybody can begin one, and all of them are in the memory. */
@Component
class SessionsOfNobody implements HttpSessionListener {

    private static final int SECONDS = 5 * 60;

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        var session = event.getSession();
        var set = session.getMaxInactiveInterval();
        session.setMaxInactiveInterval(set > 0 ? Math.min(set, SECONDS) : SECONDS);
    }
}
