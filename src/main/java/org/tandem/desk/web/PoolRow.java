package org.tandem.desk.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.tandem.desk.pool.Roster.Member;
import org.tandem.desk.pool.Slot;

/** Somebody of the pool as leads see them, everything in words. */
record PoolRow(
        String agent,
        String level,
        String skills,
        String languages,
        boolean available,
        String state,
        String load,
        List<Long> tasks,
        String next) {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TO = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    static PoolRow of(Member member, Instant now) {
        var profile = member.profile();
        var tasks = member.tasks();
        return new PoolRow(
                profile.agent(),
                profile.level().inWords(),
                words(profile.crafts()),
                words(profile.languages()),
                member.available(),
                state(member, now),
                tasks == null ? "not known just now" : "%d of %d".formatted(tasks.size(), profile.cap()),
                tasks == null ? List.of() : tasks.stream().sorted().toList(),
                member.next() == null ? "nothing announced" : time(member.next(), profile.zone()));
    }

    private static String state(Member member, Instant now) {
        if (member.available()) {
            return member.silent() ? "Available, but does not answer" : "Available";
        }
        var next = member.next();
        return next != null && !next.from().isAfter(now) ? "Away, though announced" : "Away";
    }

    private static String time(Slot.Time time, ZoneId zone) {
        return "%s to %s (%s)"
                .formatted(
                        AT.format(time.from().atZone(zone)), TO.format(time.to().atZone(zone)), zone.getId());
    }

    private static String words(Collection<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
