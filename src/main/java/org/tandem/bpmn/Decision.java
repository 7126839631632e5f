package org.tandem.bpmn;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Scope;
import org.tandem.bpmn.feel.Value;

/**
 * A decision of a DMN file: what it reads and the names of what it answers.
 *
 * @param hitPolicy as the file has it, for example {@code FIRST}; empty where the decision is no table
 * @param inputs the columns that are asked, or the expression of a decision that is no table
 * @param aggregates whether what is collected becomes one number
 */
public record Decision(
        String file,
        String id,
        String name,
        String hitPolicy,
        boolean aggregates,
        List<Input> inputs,
        List<Rule> rules,
        List<String> outputs,
        List<String> requires,
        @Nullable String versionTag) {

    /** An input column: its heading, what it looks at and, where the modeller has listed them, the values there are. */
    public record Input(String label, Expression expression, String type, List<Expression> values) {

        public String title() {
            return label.isBlank() ? expression.text() : label;
        }
    }

    /** A row: what has to hold of each input (anything, if nothing is said) and what is answered then, by the name of the output. */
    public record Rule(String id, List<Optional<Expression>> tests, Map<String, Expression> answers) {}

    /** The cells that say something. */
    public List<Expression> cells() {
        return rules.stream()
                .flatMap(rule -> Stream.concat(
                        rule.tests().stream().flatMap(Optional::stream), rule.answers().values().stream()))
                .toList();
    }

    public List<Expression> expressions() {
        return Stream.concat(inputs.stream().map(Input::expression), cells().stream())
                .toList();
    }

    public boolean isTable() {
        return !hitPolicy.isEmpty();
    }

    /** The answer, as far as the cells say it. */
    public Value answer() {
        if (!isTable() || aggregates) {
            return Value.ANYTHING;
        }
        if (answersWithList()) {
            return rules.stream()
                    .map(Decision::constants)
                    .filter(constants -> constants.size() == outputs.size())
                    .findFirst()
                    .map(item -> outputs.size() == 1 ? item.values().iterator().next() : item)
                    .map(item -> Value.oneOf(Set.of(new Value.Known(List.of(item))), true))
                    .orElse(Value.ANYTHING);
        }
        return outputs.size() == 1 ? answer(outputs.getFirst()) : fields();
    }

    private Value fields() {
        var fields = new LinkedHashMap<String, Value>();
        outputs.forEach(output -> fields.put(output, answer(output)));
        return new Value.Context(fields, id);
    }

    /** One column of the answers; a cell that is left empty answers null. */
    private Value answer(String output) {
        var some = new LinkedHashSet<Value.Known>();
        var others = false;
        for (var rule : rules) {
            var cell = rule.answers().get(output);
            if (cell == null) {
                some.add((Value.Known) Value.NULL);
            } else if (cell.readingsIn(Scope.ANYTHING).isEmpty()) {
                some.add(new Value.Known(cell.resultWith(Map.of())));
            } else {
                others = true;
            }
        }
        return Value.oneOf(some, others);
    }

    private static Map<String, Object> constants(Rule rule) {
        var constants = new LinkedHashMap<String, Object>();
        rule.answers().forEach((output, cell) -> {
            var value = cell.readingsIn(Scope.ANYTHING).isEmpty() ? cell.resultWith(Map.of()) : null;
            if (value != null) {
                constants.put(output, value);
            }
        });
        return constants;
    }

    /** The answer is a list, with one item for each rule that holds. */
    public boolean answersWithList() {
        return !aggregates && (hitPolicy.equals("COLLECT") || hitPolicy.endsWith(" ORDER"));
    }

    /** The answer is one value, not a context of several. */
    public boolean answersPlainly() {
        return outputs.size() <= 1 || answersWithList() || aggregates;
    }
}
