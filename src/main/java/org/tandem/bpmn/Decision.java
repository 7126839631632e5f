package org.tandem.bpmn;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.feel.Expression;

/** A decision of a DMN file: what it reads and the names of what it answers. */
public record Decision(
        String file,
        String id,
        String name,
        List<Input> inputs,
        List<Expression> cells,
        List<String> outputs,
        boolean collects,
        List<String> requires,
        @Nullable String versionTag) {

    /** An input column: its heading and what it looks at. */
    public record Input(String label, Expression expression) {}

    public List<Expression> expressions() {
        return Stream.concat(inputs.stream().map(Input::expression), cells.stream())
                .toList();
    }

    /** The answer is one value, not a context of several. */
    public boolean answersPlainly() {
        return outputs.size() <= 1 || collects;
    }
}
