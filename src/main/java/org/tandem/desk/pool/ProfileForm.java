package org.tandem.desk.pool;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A profile as somebody types it; skills and languages with commas between. */
public record ProfileForm(
        @Nullable String level,
        @Nullable String skills,
        @Nullable String languages,
        @Nullable String cap,
        @Nullable String zone) {

    /** As a profile is shown to be changed. */
    public static ProfileForm of(Profile profile) {
        return new ProfileForm(
                profile.level().name(),
                String.join(", ", profile.crafts()),
                String.join(", ", profile.languages()),
                Integer.toString(profile.cap()),
                profile.zone().getId());
    }

    public static ProfileForm empty(ZoneId zone) {
        return new ProfileForm(Level.PROFESSIONAL.name(), "general", "en", "2", zone.getId());
    }

    Set<String> allSkills() {
        return Stream.concat(words(skills), words(languages).map(language -> Profile.LANGUAGE + language))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @throws PoolRefused with what is wrong about each field */
    Profile read(String agent, SkillCheck check) {
        var flaws = new HashMap<String, String>();
        var level = Arrays.stream(Level.values())
                .filter(one -> one.name().equals(this.level))
                .findFirst();
        if (level.isEmpty()) {
            flaws.put("level", "Choose the kind of contract.");
        }
        check.flaw(words(skills).distinct().toList()).ifPresent(flaw -> flaws.put("skills", flaw));
        check.languageFlaw(words(languages)).ifPresent(flaw -> flaws.put("languages", flaw));
        var wantedCap = cap(flaws);
        var wantedZone = zone(flaws);
        if (level.isEmpty() || wantedZone == null || !flaws.isEmpty()) {
            throw new PoolRefused(flaws);
        }
        return new Profile(agent, level.get(), allSkills(), wantedCap, wantedZone);
    }

    private int cap(Map<String, String> flaws) {
        try {
            var number = Integer.parseInt(cap == null ? "" : cap.strip());
            if (number >= 1 && number <= Profile.MOST_AT_ONCE) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        flaws.put(
                "cap",
                "Tasks at once has to be a whole number from 1 to %d, but it is \"%s\"."
                        .formatted(Profile.MOST_AT_ONCE, cap));
        return 0;
    }

    private @Nullable ZoneId zone(Map<String, String> flaws) {
        try {
            return ZoneId.of(zone == null ? "" : zone.strip());
        } catch (DateTimeException unknown) {
            flaws.put(
                    "zone",
                    "There is no time zone \"%s\"; write one like Europe/Stockholm or Europe/London.".formatted(zone));
            return null;
        }
    }

    private static Stream<String> words(@Nullable String list) {
        return Arrays.stream((list == null ? "" : list).split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty());
    }
}
