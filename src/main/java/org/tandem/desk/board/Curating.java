package org.tandem.desk.board;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.desk.board.Theme.Status;

/** What people make of themes. Each method says what is wrong, or nothing when it is done; repeating it changes nothing. */
@Component("feedbackCurating")
class Curating {

    private static final String NO_THEME =
            "There is no such theme any more: it may have been merged. Look at the board again.";

    private final Themes themes;
    private final Entries entries;

    Curating(Themes themes, Entries entries) {
        this.themes = themes;
        this.entries = entries;
    }

    @Transactional
    Optional<String> rename(UUID id, String name, String by) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > Theme.LONGEST_NAME) {
            return Optional.of("Name: it has to have 1 to %d characters, not %d."
                    .formatted(Theme.LONGEST_NAME, stripped.length()));
        }
        if (!isThere(id)) {
            return Optional.of(NO_THEME);
        }
        themes.rename(id, stripped, by);
        return Optional.empty();
    }

    @Transactional
    Optional<String> become(UUID id, String status, String by) {
        var wanted = Status.of(status);
        if (wanted.isEmpty()) {
            return Optional.of("Status: \"%s\" is none; choose one of the list.".formatted(status));
        }
        if (!isThere(id)) {
            return Optional.of(NO_THEME);
        }
        themes.become(id, wanted.get(), by);
        return Optional.empty();
    }

    /** All entries of a theme belong to another from now on, which keeps its name and status. */
    @Transactional
    Optional<String> merge(UUID id, UUID into, String by) {
        if (id.equals(into)) {
            return Optional.of("Merge: choose another theme than this one.");
        }
        // always in the same order, so that two who merge crosswise do not wait for each other
        var first = id.compareTo(into) < 0 ? id : into;
        if (!isThere(first) || !isThere(first.equals(id) ? into : id)) {
            return Optional.of(NO_THEME);
        }
        entries.move(id, into);
        themes.mergedInto(id, into, by);
        return Optional.empty();
    }

    /** @param to another theme, empty for a new one of its own */
    @Transactional
    Optional<String> move(String entry, Optional<UUID> to) {
        var said = entries.lock(entry);
        if (said.isEmpty() || said.get().theme() == null) {
            return Optional.of("Entry: there is no such entry.");
        }
        if (to.isPresent() && !isThere(to.get())) {
            return Optional.of(NO_THEME);
        }
        entries.belongsTo(
                entry,
                to.orElseGet(() -> themes.add(
                        said.get().area(),
                        Grouping.name(String.valueOf(said.get().text())))));
        return Optional.empty();
    }

    private boolean isThere(UUID id) {
        return themes.lock(id).filter(theme -> theme.mergedInto() == null).isPresent();
    }
}
