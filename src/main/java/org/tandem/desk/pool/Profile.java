package org.tandem.desk.pool;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an agent can do and wants.
 *
 * @param skills the words of {@code routing.skills}; languages are {@code language:sv}
 * @param cap how many tasks they want at once, 1 to {@value #MOST_AT_ONCE}
 */
public record Profile(String agent, Level level, Set<String> skills, int cap, ZoneId zone) {

    public static final int MOST_AT_ONCE = 10;
    static final String LANGUAGE = "language:";

    public Profile {
        skills = Collections.unmodifiableSet(new TreeSet<>(skills));
    }

    /** All but the languages. */
    public List<String> crafts() {
        return skills.stream().filter(skill -> !skill.startsWith(LANGUAGE)).toList();
    }

    /** Codes such as {@code sv}. */
    public List<String> languages() {
        return skills.stream()
                .filter(skill -> skill.startsWith(LANGUAGE))
                .map(skill -> skill.substring(LANGUAGE.length()))
                .toList();
    }
}
