package org.tandem.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tandem.assistant.Attempt;
import org.tandem.assistant.Question;
import org.tandem.assistant.SampleAssistant;
import org.tandem.assistant.TopicClass;
import org.tandem.assistant.classifier.LabelledCsv;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Topic;
import org.tandem.quality.automation.Word;

/**
 * Which share of labelled questions the sample knowledge answers, and how many of the answers are right, through the whole gate: topic,
 * signals, language, guaranteed risk and decision table. An answer to a question on a topic that the AI may not answer is wrong, too.
 * Account facts are known.
 *
 * <p>Arguments: a file with the columns {@code text,category}; then, to see single questions, {@code --texts}.
 */
public final class GateOnQuestions {

    private static final Set<TopicClass> ANSWERED = Set.of(TopicClass.ROUTINE, TopicClass.ACCOUNT);

    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> automatable =
            Knowledge.read("classpath:/knowledge/", LocalDate.now(ZoneOffset.UTC)).topics().stream()
                    .filter(topic -> topic.automated() && ANSWERED.contains(topic.topicClass()))
                    .map(Topic::id)
                    .collect(Collectors.toUnmodifiableSet());
    private final List<Outcome> outcomes = new ArrayList<>();

    private GateOnQuestions() {}

    public static void main(String[] arguments) throws IOException {
        var gate = on(Path.of(arguments[0]));
        System.out.println(gate);
        if (List.of(arguments).contains("--texts")) {
            gate.outcomes.stream()
                    .filter(one -> one.answered() ? !one.right() : one.automatable())
                    .forEach(System.out::println);
        }
        System.exit(0);
    }

    static GateOnQuestions on(Path file) throws IOException {
        var gate = new GateOnQuestions();
        for (var question : LabelledCsv.read(file)) {
            gate.outcomes.add(gate.outcome(question.text(), question.label()));
        }
        return gate;
    }

    /** Of the questions that may be answered. */
    double answered() {
        return share(
                outcomes.stream()
                        .filter(Outcome::automatable)
                        .filter(Outcome::answered)
                        .count(),
                outcomes.stream().filter(Outcome::automatable).count());
    }

    /** Of the answers. */
    double right() {
        var answers = outcomes.stream().filter(Outcome::answered).toList();
        return share(answers.stream().filter(Outcome::right).count(), answers.size());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d questions, %d of them automatable; answered %.3f of these; %.3f of %d answers right; automatable ones by rule: %s",
                outcomes.size(),
                outcomes.stream().filter(Outcome::automatable).count(),
                answered(),
                right(),
                outcomes.stream().filter(Outcome::answered).count(),
                outcomes.stream()
                        .filter(Outcome::automatable)
                        .collect(Collectors.groupingBy(Outcome::rule, TreeMap::new, Collectors.counting())));
    }

    private record Outcome(
            String text,
            String topic,
            boolean automatable,
            String takenFor,
            double guaranteedRisk,
            String rule,
            boolean answered) {

        boolean right() {
            return topic.equals(takenFor);
        }

        @Override
        public String toString() {
            return "%s %s%s by %s, guaranteed %s: %s"
                    .formatted(
                            answered ? "answered" : "handed over",
                            topic,
                            right() ? "" : " taken for " + takenFor,
                            rule,
                            guaranteedRisk,
                            text);
        }
    }

    private Outcome outcome(String text, String topic) throws IOException {
        var attempt = SampleAssistant.trained().attempt(new Question(List.of(text), null, "a customer"));
        var inputs = GateInputs.of(attempt, 0, Word.onExamples(attempt));
        var gate = DecisionTables.evaluate(
                "confidence-gate", json.convertValue(inputs, new TypeReference<Map<String, Object>>() {}));
        var takenFor =
                attempt instanceof Attempt.Drafted drafted ? drafted.draft().topicId() : String.valueOf(inputs.topic());
        return new Outcome(
                text,
                topic,
                automatable.contains(topic),
                takenFor,
                inputs.guaranteedRisk(),
                String.valueOf(gate.get("rule")),
                "AI_ANSWER".equals(gate.get("route")));
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
