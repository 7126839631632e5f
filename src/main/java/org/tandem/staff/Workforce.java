package org.tandem.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who works at the desk, as far as their accounts here say it; of people of an organisation only that organisation knows. */
public interface Workforce {

    /** Whether somebody has an account that does not let them work at the desk, and no other way to sign in. */
    boolean isGone(String name);

    /** All of whom that is so. */
    Set<String> gone();

    /** The names of all who work at the desk, in their order; empty where accounts here do not say that. */
    List<String> people();

    /** Why work cannot be given to somebody of this name, as a sentence; empty if it can, as far as is known here. */
    default Optional<String> flaw(String name) {
        var people = people();
        if (people.isEmpty() ? !isGone(name) : people.contains(name)) {
            return Optional.empty();
        }
        return Optional.of("The name \"%s\" is nobody who works at the desk.%s"
                .formatted(
                        name,
                        people.isEmpty() || people.size() > 30
                                ? ""
                                : " There are: %s.".formatted(String.join(", ", people))));
    }
}
