package org.tandem.audit;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts that models have in quotes: what a process decides by, and nothing about anybody. */
public record ModelTexts(Set<String> texts) {

    public static final ModelTexts NONE = new ModelTexts(Set.of());

    /** What closes one text may open the next, as quotes stand within attributes. */
    private static final Pattern QUOTED =
            Pattern.compile("(?:\"|&quot;|&#34;)(?=([^\"&<>]{1,200})(?:\"|&quot;|&#34;))");

    /** @param files BPMN and DMN */
    public static ModelTexts of(Stream<String> files) {
        return new ModelTexts(files.flatMap(file -> QUOTED.matcher(file).results())
                .map(found -> found.group(1))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean have(String text) {
        return texts.contains(text);
    }
}
