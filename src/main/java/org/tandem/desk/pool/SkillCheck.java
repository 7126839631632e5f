package org.tandem.desk.pool;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells skills that no task can need and nobody has, which are most likely misspelt. */
record SkillCheck(Set<String> routed, Set<String> had) {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** @param skills without languages */
    Optional<String> flaw(List<String> skills) {
        var languages = skills.stream()
                .filter(skill -> skill.startsWith(Profile.LANGUAGE))
                .collect(Collectors.joining(", "));
        if (!languages.isEmpty()) {
            return Optional.of("%s is no skill: write languages in their own field, by their codes such as en, sv, de."
                    .formatted(languages));
        }
        var unknown = skills.stream().filter(skill -> !isKnown(skill)).collect(Collectors.joining(", "));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "No task needs %s and nobody has it. There are: %s. A new one begins in the table \"Route to a person\"."
                                .formatted(unknown, String.join(", ", crafts())));
    }

    Optional<String> languageFlaw(Stream<String> languages) {
        var unknown =
                languages.filter(language -> !LANGUAGES.contains(language)).collect(Collectors.joining(", "));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s is no code of a language; write codes of ISO 639 such as en, sv, de.".formatted(unknown));
    }

    private boolean isKnown(String skill) {
        return had.contains(skill) || routed.contains(skill);
    }

    Set<String> crafts() {
        return Stream.concat(routed.stream(), had.stream())
                .filter(skill -> !skill.startsWith(Profile.LANGUAGE))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
