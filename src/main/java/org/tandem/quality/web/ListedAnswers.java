package org.tandem.quality.web;

import static org.tandem.quality.audits.AnsweredBy.AI;
import static org.tandem.quality.audits.AnsweredBy.HELD_OUT;
import static org.tandem.quality.audits.AnsweredBy.PERSON;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tandem.quality.audits.AnswerList.Wanted;
import org.tandem.quality.audits.AnswerList.What;
import org.tandem.quality.audits.AnsweredBy;

/**
 * Which answers an address asks for.
 *
 * @param by ai, people or held_out
 * @param page from 1
 */
record ListedAnswers(Asked asked, String by, Wanted wanted, int page) {

    /** Stands for answers about no topic. */
    private static final String NO_TOPIC = "none";

    private static final Map<String, Set<AnsweredBy>> SIDES =
            Map.of("ai", Set.of(AI), "people", Set.of(PERSON, HELD_OUT), "held_out", Set.of(HELD_OUT));

    static ListedAnswers of(Map<String, String> parameters, LocalDate today) {
        var asked = Asked.of(parameters, today);
        var by = asked.said().getOrDefault("by", "ai");
        if (!SIDES.containsKey(by)) {
            asked.flaws().add("“%s” gives no answers: ai, people and held_out do.".formatted(by));
        }
        var what = What.of(asked.said().getOrDefault("what", What.GIVEN.key()));
        if (what.isEmpty()) {
            asked.flaws().add("“%s” is nothing that is counted of answers.".formatted(asked.get("what")));
        }
        var scope = asked.scope();
        var wanted = new Wanted(
                scope.from(),
                scope.until(),
                SIDES.getOrDefault(by, Set.of(AI)),
                NO_TOPIC.equals(scope.topic()) ? "" : scope.topic(),
                what.orElse(What.GIVEN));
        return new ListedAnswers(asked, by, wanted, Listed.page(asked));
    }

    /** Of the answers that one side gave on these days, for {@code what} to be added. */
    static String address(String by, LocalDate from, LocalDate until) {
        return "/quality/audits/answers?by=%s&from=%s&until=%s".formatted(by, from, until);
    }

    /** The same, about one topic, empty for none. */
    static String about(String topic, LocalDate from, LocalDate until) {
        return "%s&topic=%s".formatted(address("ai", from, until), Asked.encoded(topic.isEmpty() ? NO_TOPIC : topic));
    }

    int first() {
        return (page - 1) * Listed.PAGE_SIZE;
    }

    public String csv() {
        return address("/quality/audits/answers.csv", Map.of());
    }

    public String onPage(int other) {
        return address("/quality/audits/answers", Map.of("page", Integer.toString(other)));
    }

    private String address(String path, Map<String, String> more) {
        var all = new LinkedHashMap<String, String>();
        all.put("by", by);
        all.put("what", wanted.what().key());
        all.putAll(more);
        return asked.address(path, all);
    }

    public String inWords() {
        var whose = switch (by) {
            case "people" -> "people";
            case "held_out" -> "people to inquiries that were held out";
            default -> "the AI";
        };
        return "Answers of %s %s".formatted(whose, wanted.what().words());
    }
}
