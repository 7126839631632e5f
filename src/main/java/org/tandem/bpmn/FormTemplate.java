package org.tandem.bpmn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with {@code {{expressions}}}, {@code {{#if ...}}} and {@code {{#loop ...}}}.
 *
 * @param seen expressions that see the variables of the task
 * @param inLoops expressions that see the items of a list first
 * @param mistake what is wrong with the text itself
 */
record FormTemplate(List<String> seen, List<String> inLoops, Optional<String> mistake) {

    private static final Pattern HOLE = Pattern.compile("\\{\\{(?<inside>.*?)}}", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("#(?<kind>if|loop)\\s+(?<feel>.+)", Pattern.DOTALL);

    static FormTemplate of(String text) {
        var seen = new ArrayList<String>();
        var inLoops = new ArrayList<String>();
        var open = new ArrayDeque<String>();
        @Nullable String mistake = null;
        var holes = HOLE.matcher(text);
        while (holes.find()) {
            var inside = holes.group("inside").strip().replaceFirst("^=", "");
            var block = BLOCK.matcher(inside);
            var here = open.contains("loop") ? inLoops : seen;
            if (block.matches()) {
                here.add(block.group("feel"));
                open.push(block.group("kind"));
            } else if (inside.startsWith("/")) {
                if (!inside.substring(1).strip().equals(open.peek())) {
                    mistake = "{{%s}} ends nothing that was begun".formatted(inside);
                }
                open.poll();
            } else if (inside.startsWith("#")) {
                mistake = "{{%s}} is unknown, there are only {{#if ...}} and {{#loop ...}}".formatted(inside);
            } else if (!inside.isBlank()) {
                here.add(inside);
            }
        }
        if (mistake == null && !open.isEmpty()) {
            mistake = "{{#%s ...}} is never ended".formatted(open.element());
        }
        if (mistake == null && holes.replaceAll("").contains("{{")) {
            mistake = "an expression begins with {{ and never ends";
        }
        return new FormTemplate(seen, inLoops, Optional.ofNullable(mistake));
    }
}
