package org.tandem.assistant;

/** A knowledge file that cannot be used; names file, line and what would be right. */
class KnowledgeMistake extends RuntimeException {

    KnowledgeMistake(String file, int line, String message) {
        super("%s, line %d: %s".formatted(file, line, message));
    }
}
