package org.tandem.assistant.knowledge;

import java.util.List;
import java.util.stream.Collectors;

/** Knowledge that cannot be used; names every mistake with its file and line. */
public class KnowledgeMistake extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KnowledgeMistake(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    }
}
