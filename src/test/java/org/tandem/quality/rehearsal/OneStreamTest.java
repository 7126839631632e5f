package org.tandem.quality.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tandem.assistant.classifier.Progress;
import org.tandem.quality.Guardrail;
import org.tandem.quality.automation.PlayedApplication;
import org.tandem.quality.statistics.WrongTotal;

/** What is rehearsed is what happens: a stream through the rehearsal and, with the same draws, through the application's code. */
@Execution(ExecutionMode.CONCURRENT)
class OneStreamTest {

    private static final List<String> TOPICS = List.of("card", "refund", "due", "pin");
    private static final Life.Plan PLAN = new Life.Plan(0.05, 0.95, 300, 0.05, 7);

    /** From the middle on, most answers about a topic are wrong; at the end they are right again. */
    @Test
    void theRehearsalOpensAnswersShutsAndReopensAsTheApplicationDoes() {
        var stream = stream(1_200, TOPICS, (i, topic) -> topic.equals("card") && i > 600 && i < 800, 2, new Random(11));

        var rehearsed = new Life(PLAN, new Guardrail(0.05), OneStreamTest::judge, null, stream.size())
                .live(stream, Progress.SILENT);
        var lived = lived(PLAN, stream);

        assertThat(lived.entries()).isEqualTo(rehearsed.entries());
        assertSame(lived.pages(), rehearsed.pages());
        assertThat(rehearsed.entries())
                .extracting(Diary.Entry::change)
                .contains(Diary.Change.OPENED, Diary.Change.TOPIC_SHUT, Diary.Change.TOPIC_REOPENED);
        assertThat(rehearsed.now().answered()).isGreaterThan(200);
    }

    /** So many topics are bad for a while that none is shut for itself, and each answer is audited. */
    @Test
    void whenEverythingWasShutBothBeginAnewWithWhatPeopleHaveSaidSince() {
        var plan = new Life.Plan(0.05, 0.95, 300, 1, 7);
        var topics = IntStream.range(0, 50).mapToObj("t%d"::formatted).toList();
        var stream = stream(760, topics, (i, topic) -> i > 340 && i < 360, 0, new Random(12));

        var rehearsed = new Life(plan, new Guardrail(0.05), OneStreamTest::judge, null, stream.size())
                .live(stream, Progress.SILENT);

        assertThat(rehearsed.entries())
                .extracting(Diary.Entry::change)
                .containsExactly(Diary.Change.OPENED, Diary.Change.SHUT, Diary.Change.OPENED);
        var lived = lived(plan, stream);
        assertThat(lived.entries()).isEqualTo(rehearsed.entries());
        assertSame(lived.pages(), rehearsed.pages());
    }

    /** But for the last digits, as the application keeps its figures in a database. */
    private static void assertSame(List<Diary.Page> lived, List<Diary.Page> rehearsed) {
        assertThat(lived)
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> Math.abs(one - other) < 1e-9, Double.class)
                .isEqualTo(rehearsed);
    }

    /** Whoever decides in the application decides as the rehearsal supposes: a topic is opened again after so many right ones, everything at once. */
    private static Diary lived(Life.Plan plan, List<Incoming> stream) {
        var application = new PlayedApplication(plan.audit());
        var total = new WrongTotal(plan.audit(), 0.05);
        var diary = new Diary(total, stream.size());
        var random = new Random(plan.seed());
        var shut = new ShutTopics();
        boolean wasOpen = false;
        for (var inquiry : stream) {
            var topic = topic(inquiry.text());
            var decided = application.decide(inquiry.text(), topic, risk(inquiry.text()));
            boolean right = topic.equals(inquiry.topic());
            diary.note(inquiry, decided.answered(), right);
            double drawn = random.nextDouble();
            if (decided.answered() && drawn >= decided.chance()) {
                total.notAudited();
            } else {
                if (decided.answered()) {
                    total.audited(decided.chance(), !right);
                    application.audited(decided, topic, inquiry.topic(), drawn < plan.audit());
                } else {
                    application.answeredByPerson(decided, inquiry.topic());
                }
                application.learns(inquiry.text(), inquiry.topic());
                look(application, shut, topic, decided.inParts() <= 1, right, diary);
                application.reopensEverything();
                application.calibrates();
            }
            if (application.isOpen() != wasOpen) {
                wasOpen = application.isOpen();
                diary.note(wasOpen ? Diary.Change.OPENED : Diary.Change.SHUT, "");
            }
        }
        return diary;
    }

    private static void look(
            PlayedApplication application, ShutTopics shut, String topic, boolean would, boolean right, Diary diary) {
        if (!application.isShut(topic)) {
            return;
        }
        if (!shut.contains(topic)) {
            shut.shut(topic);
            diary.note(Diary.Change.TOPIC_SHUT, topic);
        } else if (would && shut.reopens(topic, right)) {
            application.reopens(topic);
            diary.note(Diary.Change.TOPIC_REOPENED, topic);
        }
    }

    private static Judgement judge(Incoming inquiry) {
        var text = inquiry.text();
        return new Judgement(topic(text), PlayedApplication.figures(topic(text), risk(text)));
    }

    private static String topic(String text) {
        return text.split(" ")[0];
    }

    private static double risk(String text) {
        return Double.parseDouble(text.split(" ")[1]);
    }

    private static List<Incoming> stream(
            int inquiries, List<String> topics, BiPredicate<Integer, String> isBad, double wrong, Random random) {
        return IntStream.range(0, inquiries)
                .mapToObj(i -> {
                    var seen = topics.get(random.nextInt(topics.size()));
                    double risk = 0.02 + 0.6 * random.nextDouble() * random.nextDouble();
                    boolean isWrong = random.nextDouble() < (isBad.test(i, seen) ? 0.7 : risk * risk * wrong);
                    var text = "%s %.4f w%d v%d n%d".formatted(seen, risk, random.nextInt(40), random.nextInt(40), i);
                    return new Incoming(i, text, PlayedApplication.meaning(text), isWrong ? "" : seen);
                })
                .toList();
    }
}
