package org.tandem.staff.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Since when somebody is signed in, and when they last did something; that a page kept itself up to date is nothing they did. */
record Visit(Instant began, Instant lastDone) implements Serializable {

    private static final String KEY = Visit.class.getName();

    /** From signing in on, the session lives as long as it is set to. */
    static void begin(HttpServletRequest request, Instant now) {
        var session = request.getSession();
        session.setMaxInactiveInterval(request.getServletContext().getSessionTimeout() * 60);
        session.setAttribute(KEY, new Visit(now, now));
    }

    /** False when it is over: nothing was done for as long as a session lives, or it is older than any may be. */
    static boolean goesOn(HttpServletRequest request, Instant now, Duration longest) {
        var session = request.getSession(false);
        if (session == null) {
            return true;
        }
        if (isOver(session, now, longest)) {
            return false;
        }
        var visit = of(session);
        if (visit == null) {
            visit = new Visit(now, now);
        }
        session.setAttribute(KEY, isLive(request) ? visit : new Visit(visit.began, now));
        return true;
    }

    /** Looking does not count as something done. */
    static boolean isOver(HttpSession session, Instant now, Duration longest) {
        var visit = of(session);
        return visit != null && (!now.isBefore(visit.began.plus(longest)) || visit.idle(session, now));
    }

    private static @Nullable Visit of(HttpSession session) {
        return session.getAttribute(KEY) instanceof Visit visit ? visit : null;
    }

    private boolean idle(HttpSession session, Instant now) {
        var seconds = session.getMaxInactiveInterval();
        return seconds > 0 && !now.isBefore(lastDone.plusSeconds(seconds));
    }

    private static boolean isLive(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/live");
    }
}
