package org.tandem.assistant.knowledge;

import org.springframework.modulith.NamedInterface;

/** What is wrong in a file of the knowledge and what would be right. */
@NamedInterface("check")
public record Mistake(String file, int line, String what) {

    @Override
    public String toString() {
        return "%s, line %d: %s".formatted(file, line, what);
    }
}
