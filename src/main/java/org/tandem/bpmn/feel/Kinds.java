package org.tandem.bpmn.feel;

import static org.tandem.bpmn.feel.Kind.CONTEXT;
import static org.tandem.bpmn.feel.Kind.DATE;
import static org.tandem.bpmn.feel.Kind.DATE_TIME;
import static org.tandem.bpmn.feel.Kind.DURATION;
import static org.tandem.bpmn.feel.Kind.FUNCTION;
import static org.tandem.bpmn.feel.Kind.LIST;
import static org.tandem.bpmn.feel.Kind.NULL;
import static org.tandem.bpmn.feel.Kind.NUMBER;
import static org.tandem.bpmn.feel.Kind.TEXT;
import static org.tandem.bpmn.feel.Kind.TIME;
import static org.tandem.bpmn.feel.Kind.TRUTH;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.syntaxtree.*;

/** The kinds of values that an expression can have; all of them where it cannot tell, so it never claims too much. */
final class Kinds {

    private static final Map<String, Set<Kind>> FUNCTIONS = Map.ofEntries(
            Map.entry("duration", orNull(DURATION)),
            Map.entry("years and months duration", orNull(DURATION)),
            Map.entry("date and time", orNull(DATE_TIME)),
            Map.entry("now", Set.of(DATE_TIME)),
            Map.entry("today", Set.of(DATE)),
            Map.entry("date", orNull(DATE)),
            Map.entry("time", orNull(TIME)),
            Map.entry("string", orNull(TEXT)),
            Map.entry("upper case", orNull(TEXT)),
            Map.entry("lower case", orNull(TEXT)),
            Map.entry("trim", orNull(TEXT)),
            Map.entry("string join", orNull(TEXT)),
            Map.entry("number", orNull(NUMBER)),
            Map.entry("count", orNull(NUMBER)),
            Map.entry("string length", orNull(NUMBER)),
            Map.entry("not", orNull(TRUTH)),
            Map.entry("is defined", Set.of(TRUTH)),
            Map.entry("list contains", orNull(TRUTH)),
            Map.entry("contains", orNull(TRUTH)),
            Map.entry("starts with", orNull(TRUTH)),
            Map.entry("ends with", orNull(TRUTH)),
            Map.entry("matches", orNull(TRUTH)),
            Map.entry("concatenate", orNull(LIST)),
            Map.entry("append", orNull(LIST)),
            Map.entry("flatten", orNull(LIST)),
            Map.entry("distinct values", orNull(LIST)),
            Map.entry("split", orNull(LIST)));

    private Kinds() {}

    private static Set<Kind> orNull(Kind kind) {
        return Set.of(kind, NULL);
    }

    static Set<Kind> of(Exp tree, Scope scope) {
        return switch (tree) {
            case ConstString text -> Set.of(TEXT);
            case ConstNumber number -> Set.of(NUMBER);
            case ConstBool truth -> Set.of(TRUTH);
            case ConstNull$ nothing -> Set.of(NULL);
            case ConstDate date -> Set.of(DATE);
            case ConstDateTime date -> Set.of(DATE_TIME);
            case ConstLocalDateTime date -> Set.of(DATE_TIME);
            case ConstDayTimeDuration duration -> Set.of(DURATION);
            case ConstYearMonthDuration duration -> Set.of(DURATION);
            case ConstList list -> Set.of(LIST);
            case ConstContext context -> Set.of(CONTEXT);
            case For loop -> orNull(LIST);
            case FunctionDefinition function -> Set.of(FUNCTION);
            case Ref ref -> of(Alternatives.at(Expression.names(ref), scope));
            case If choice -> either(of(choice.statement(), scope), of(choice.elseStatement(), scope));
            case Conjunction and -> orNull(TRUTH);
            case Disjunction or -> orNull(TRUTH);
            case Not not -> orNull(TRUTH);
            case Comparison comparison -> orNull(TRUTH);
            case SomeItem some -> orNull(TRUTH);
            case EveryItem every -> orNull(TRUTH);
            case Addition sum -> sum(of(sum.x(), scope), of(sum.y(), scope));
            case Subtraction difference -> difference(of(difference.x(), scope), of(difference.y(), scope));
            case Multiplication product -> Set.of(NUMBER, DURATION, NULL);
            case Division quotient -> Set.of(NUMBER, DURATION, NULL);
            case Exponentiation power -> orNull(NUMBER);
            case ArithmeticNegation negative -> Set.of(NUMBER, DURATION, NULL);
            case FunctionInvocation call -> FUNCTIONS.getOrDefault(call.function(), Kind.ALL);
            default -> Kind.ALL;
        };
    }

    private static Set<Kind> of(Value value) {
        return switch (value) {
            case Value.Context context -> Set.of(CONTEXT);
            case Value.Known known -> Kind.of(known.constant());
            case Value.Unknown unknown ->
                unknown.others()
                        ? Kind.ALL
                        : unknown.some().stream()
                                .map(known -> Kind.of(known.constant()))
                                .reduce(Set.of(), Kinds::either);
        };
    }

    private static Set<Kind> either(Set<Kind> one, Set<Kind> other) {
        var both = EnumSet.noneOf(Kind.class);
        both.addAll(one);
        both.addAll(other);
        return both;
    }

    private static Set<Kind> sum(Set<Kind> one, Set<Kind> other) {
        var kinds = EnumSet.of(NULL);
        for (var kind : Set.of(TEXT, NUMBER, DURATION)) {
            if (one.contains(kind) && other.contains(kind)) {
                kinds.add(kind);
            }
        }
        for (var kind : Set.of(DATE, TIME, DATE_TIME)) {
            if (one.contains(kind) && other.contains(DURATION) || one.contains(DURATION) && other.contains(kind)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static Set<Kind> difference(Set<Kind> one, Set<Kind> other) {
        var kinds = EnumSet.of(NULL);
        if (one.contains(NUMBER) && other.contains(NUMBER)) {
            kinds.add(NUMBER);
        }
        for (var kind : Set.of(DATE, TIME, DATE_TIME)) {
            if (one.contains(kind) && other.contains(DURATION)) {
                kinds.add(kind);
            }
        }
        if (one.contains(DURATION) && other.contains(DURATION)
                || one.stream().anyMatch(Set.of(DATE, TIME, DATE_TIME)::contains)
                        && other.stream().anyMatch(Set.of(DATE, TIME, DATE_TIME)::contains)) {
            kinds.add(DURATION);
        }
        return kinds;
    }
}
