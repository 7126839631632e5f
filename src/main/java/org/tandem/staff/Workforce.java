package org.tandem.staff;

import java.util.Set;

/** Who does not work at the desk, as far as their accounts here say it; of people of an organisation only that organisation knows. */
public interface Workforce {

    /** Whether somebody has an account that does not let them work at the desk, and no other way to sign in. */
    boolean isGone(String name);

    /** All of whom that is so. */
    Set<String> gone();
}
