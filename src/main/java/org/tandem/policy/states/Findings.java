package org.tandem.policy.states;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Node;
import org.tandem.bpmn.Part;
import org.tandem.bpmn.feel.Demand;
import org.tandem.bpmn.feel.Expression;
import org.tandem.bpmn.feel.Reading;
import org.tandem.bpmn.feel.Scope;
import org.tandem.bpmn.feel.Unfit;
import org.tandem.bpmn.feel.Value;
import org.tandem.policy.states.Finding.Seen;
import org.tandem.policy.states.Finding.Unwritten;
import org.tandem.policy.states.Finding.Why;

/** Notes what goes wrong while the states are explored, each thing once, with the state in which it was first seen. */
final class Findings {

    /** How much a reader needs a variable to be there. */
    enum Need {
        /** Written before, on every way. */
        WRITTEN,
        /** Written before, or passed on by a mapping although it was absent. */
        PASSED_ON,
        /** Written before, and not null. */
        NOT_NULL
    }

    /** A mapping reading a variable, wherever the process is called from. */
    record Copy(String process, String node, String what, Reading reading) {}

    private final Map<Finding, Seen> found = new LinkedHashMap<>();
    private final Map<Copy, Seen> copiedAbsent = new LinkedHashMap<>();
    private final Set<Copy> copiedPresent = new HashSet<>();
    private final Map<Tried, Optional<Unfit>> tried = new HashMap<>();
    private final Map<Expression, List<String>> variables = new IdentityHashMap<>();
    private @Nullable State before;

    /** The same expression with the same variables comes by in many states. */
    private record Tried(Expression expression, Demand demand, List<Optional<Value>> variables) {}

    void expanding(@Nullable State state) {
        before = state;
    }

    void add(Finding finding) {
        found.putIfAbsent(finding, new Seen(finding, before));
    }

    List<Seen> all() {
        return List.copyOf(found.values());
    }

    /** What mappings read although it is absent, on some way at least. */
    Map<Copy, Seen> copiedAbsent() {
        return copiedAbsent;
    }

    /** What mappings read and is there, on some way at least. */
    Set<Copy> copiedPresent() {
        return copiedPresent;
    }

    void reads(Moment moment, Place at, Expression expression, Need need, String what) {
        for (var reading : expression.readingsIn(moment.seenFrom(at))) {
            reads(moment, at, reading, need, what);
        }
    }

    /** What is missing is complained about once; to look further, it is taken as corrected. */
    void reads(Moment moment, Place at, Reading reading, Need need, String what) {
        var stored = moment.stored(at, reading.variable()).orElse(null);
        var whole = reading.path().size() == 1;
        if (stored == null || stored.equals(Moment.PASSED_ON_ABSENT)) {
            var tolerated = whole && (reading.mayBeAbsent() || stored != null && need == Need.PASSED_ON);
            if (!tolerated) {
                add(new Unwritten(at, what, reading, Why.ABSENT, Set.of()));
                moment.merge(at, reading.variable(), Value.ANYTHING);
            }
        } else if (need == Need.NOT_NULL && whole && stored.equals(Value.NULL)) {
            add(new Unwritten(at, what, reading, Why.NULL, Set.of()));
            moment.merge(at, reading.variable(), Value.ANYTHING);
        } else {
            fields(at, reading, need, what, stored);
        }
    }

    private void fields(Place at, Reading reading, Need need, String what, Value stored) {
        var value = stored;
        for (var key : reading.path().subList(1, reading.path().size())) {
            if (value.equals(Value.NULL) && !reading.mayBeAbsent() && need != Need.PASSED_ON) {
                add(new Unwritten(at, what, reading, Why.NULL, Set.of()));
            }
            if (!(value instanceof Value.Context context)) {
                return;
            }
            var field = context.fields().get(key);
            if (field == null) {
                if (context.source() != null || !reading.mayBeAbsent()) {
                    add(new Unwritten(
                            at,
                            what,
                            reading,
                            Why.NO_SUCH_FIELD,
                            context.fields().keySet()));
                }
                return;
            }
            value = field;
        }
        if (need == Need.NOT_NULL && value.equals(Value.NULL)) {
            add(new Unwritten(at, what, reading, Why.NULL, Set.of()));
        }
    }

    /** What comes out has to be of the kind that the engine needs; what never is so, is found without looking at ways. */
    void fits(Moment moment, Place at, Node element, Part part) {
        part.demand()
                .flatMap(demand -> tried.computeIfAbsent(
                        new Tried(part.expression(), demand, values(moment, at, part.expression())),
                        tried -> part.expression().unfit(demand, Scope.ANYTHING).isPresent()
                                ? Optional.empty()
                                : part.expression().unfit(demand, moment.seenFrom(at))))
                .ifPresent(unfit -> add(new Finding.DoesNotFit(at, element, part, unfit)));
    }

    private List<Optional<Value>> values(Moment moment, Place at, Expression expression) {
        return variables
                .computeIfAbsent(
                        expression,
                        key -> key.readingsIn(Scope.ANYTHING).stream()
                                .map(Reading::variable)
                                .toList())
                .stream()
                .map(variable -> moment.stored(at, variable))
                .toList();
    }

    /** What a mapping reads may be absent on some ways, but not on all. */
    void passesOn(Moment moment, Place at, Expression source, String what) {
        for (var reading : source.readingsIn(moment.seenFrom(at))) {
            var copy = new Copy(at.frame().process().id(), at.node().id(), what, reading);
            var stored = moment.stored(at, reading.variable()).orElse(Moment.PASSED_ON_ABSENT);
            if (stored.equals(Moment.PASSED_ON_ABSENT)) {
                copiedAbsent.putIfAbsent(
                        copy, new Seen(new Unwritten(at, what, reading, Why.NEVER_WRITTEN, Set.of()), before));
            } else {
                copiedPresent.add(copy);
                fields(at, reading, Need.PASSED_ON, what, stored);
            }
        }
    }
}
