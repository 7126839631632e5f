package org.tandem.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.assistant.classifier.LabelledCsv;
import org.tandem.assistant.knowledge.Knowledge;

/** The assistant on the sample knowledge, judged by questions that were kept out of training. */
@Execution(ExecutionMode.CONCURRENT)
class SampleKnowledgeTest {

    private static final double TOLERANCE = 0.1;
    private static final String OUTSIDE = "out-of-scope";
    private static final Assistant assistant = SampleAssistant.trained();
    private static final List<Tried> tried = tryLabelledQuestions();

    @Test
    void findsTheTopicAndIsRightWhereItIsSure() {
        int inside = 0;
        int right = 0;
        int sure = 0;
        int sureAndRight = 0;
        int outside = 0;
        int outsideSure = 0;
        int signalsInRoutine = 0;
        for (var question : tried) {
            var attempt = question.attempt();
            var topic = attempt.understanding().topics().isEmpty()
                    ? ""
                    : attempt.understanding().topics().getFirst().topicId();
            var isSure = attempt instanceof Attempt.Drafted drafted && drafted.risk() <= TOLERANCE;
            if (question.topic().equals(OUTSIDE)) {
                outside++;
                outsideSure += isSure ? 1 : 0;
                continue;
            }
            var isRight = topic.equals(question.topic());
            inside++;
            right += isRight ? 1 : 0;
            sure += isSure ? 1 : 0;
            sureAndRight += isSure && isRight ? 1 : 0;
            if (attempt.understanding().topics().getFirst().topicClass() == TopicClass.ROUTINE
                    && hearsAnything(attempt.understanding())) {
                signalsInRoutine++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Labelled questions: accuracy %.3f; at risk <= %.2f coverage %.3f, precision %.3f, out of scope answered %.3f; a signal heard in %d routine ones%n",
                (double) right / inside,
                TOLERANCE,
                (double) sure / inside,
                (double) sureAndRight / (sure + outsideSure),
                (double) outsideSure / outside,
                signalsInRoutine);

        assertThat((double) right / inside).as("accuracy").isGreaterThan(0.80);
        assertThat((double) sureAndRight / (sure + outsideSure)).as("precision").isGreaterThan(0.93);
        assertThat((double) sure / inside).as("coverage").isGreaterThan(0.25);
        assertThat(signalsInRoutine).as("signals heard in routine questions").isLessThan(12);
        assertThat((double) outsideSure / outside).as("out of scope answered").isLessThan(0.06);
    }

    /** Nothing here is tuned on these questions, so the promise can be seen to hold. */
    @Test
    void keepsItsGuaranteeOnQuestionsItHasNotSeen() {
        int answered = 0;
        int right = 0;
        for (var question : tried) {
            if (question.attempt() instanceof Attempt.Drafted drafted && drafted.guaranteedRisk() <= TOLERANCE) {
                answered++;
                right += drafted.draft().topicId().equals(question.topic()) ? 1 : 0;
            }
        }

        assertThat(answered).as("answered").isGreaterThan(50);
        assertThat((double) right / answered).as("precision").isGreaterThanOrEqualTo(1 - TOLERANCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I please talk to a real human being about this?",
                "let me talk to someone",
                "I want to speak with a person not a robot",
                "How do I freeze my card? Agent!",
            })
    void hearsACustomerWhoAsksForAPerson(String text) {
        assertThat(understanding(text).asksForPerson()).isTrue();
    }

    @Test
    void hearsAPleaBehindALongStory() {
        var story = """
                I bought a pair of shoes in March. They were blue. The shop sent them in two parcels. The first one came on a Monday.
                The second one came a week later. I was at work then. My neighbour took it in. She put it on the stairs.
                The shoes were too small. I looked for the label. It was in the box. I printed it at the library.
                The parcel shop was closed on Saturday. I went there again on Tuesday. They gave me a receipt. I still have it at home.
                """.replace('\n', ' ');

        assertThat(understanding(story
                                + "Please let me talk to someone. I would also like to know how the refund works.")
                        .asksForPerson())
                .isTrue();
        assertThat(understanding(story).asksForPerson()).isFalse();
    }

    /** None of these is an example. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks!",
                "Hello,",
                "Dear support team,",
                "Please help.",
                "Please advise.",
                "It is urgent!",
                "ASAP please.",
                "Any help appreciated!",
                "Sorry to bother you.",
                "I am Anna.",
                "Kind regards, Anna Berg",
                "Looking forward to hearing from you.",
                "What now?",
            })
    void hearsNothingInWhatIsOnlyPolite(String courtesy) {
        for (var text :
                List.of(courtesy, courtesy + " Which shops take Alderpay?", "How do I freeze my card? " + courtesy)) {
            assertThat(understanding(text).signals()).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am desperate, I have been crying all night and I do not know how to feed my children",
                "This is the worst company ever, I am furious, you have ruined my whole month!!!",
            })
    void hearsACustomerInDistress(String text) {
        assertThat(understanding(text).distress()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            legal-threat  | My lawyer will hear about this and I will take you to court
            complaint     | How do I see my invoices, and I want to complain about your colleague who was rude to me
            fraud         | Can I change my e-mail address? Somebody bought things with my account that I never ordered
            vulnerability | What is due next? I am in hospital after a stroke and I mix everything up
            """)
    void hearsWhatIsSensitiveBesideTheTopic(String signal, String text) {
        var understanding = understanding(text);

        assertThat(understanding.signals()).contains(signal);
        assertThat(understanding.topicClass()).isIn("sensitive", "person-only");
    }

    @Test
    void remembersWhatWasSaidBefore() {
        var conversation = new Question(List.of("let me talk to someone", "How do I freeze my card?"), "en");

        assertThat(assistant.attempt(conversation).understanding().asksForPerson())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where is my refund? Also, how do I reset my password?",
                "How do I freeze my card?\nWhich shops take Alderpay?",
                "1. where is my refund 2. I forgot my password",
            })
    void namesBothOfTwoRequestsAndDraftsAnAnswerToBoth(String text) {
        var attempt = assistant.attempt(new Question(List.of(text), "en"));

        assertThat(attempt.understanding().severalRequests()).isTrue();
        assertThat(attempt.understanding().requests()).hasSize(2);
        assertThat(attempt).isInstanceOfSatisfying(Attempt.Drafted.class, drafted -> {
            assertThat(drafted.draft().sources())
                    .extracting(SourceLink::title)
                    .containsExactlyElementsOf(attempt.understanding().requests().stream()
                            .map(TopicScore::title)
                            .toList());
            assertThat(drafted.risk()).isEqualTo(1);
            assertThat(drafted.guaranteedRisk()).isEqualTo(1);
        });
    }

    @Test
    void theDraftToTwoRequestsKeepsTheirOrder() {
        assertThat(understanding("Where is my refund? Also, how do I reset my password?")
                        .requests())
                .extracting(TopicScore::topicId)
                .containsExactly("refund-status", "password-reset");
        assertThat(understanding("How do I reset my password? Also, where is my refund?")
                        .requests())
                .extracting(TopicScore::topicId)
                .containsExactly("password-reset", "refund-status");
    }

    @Test
    void aCardNumberChangesNothing() {
        var masked = understanding("Why was my card [card number] declined?");

        assertThat(understanding("Why was my card 4111 1111 1111 1111 declined?"))
                .isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wann bekomme ich mein Geld zurück? Ich habe die Schuhe vor zwei Wochen zurückgeschickt.",
                "Bonjour, je voudrais savoir quand mon remboursement va arriver sur mon compte.",
            })
    void knowsALanguageItDoesNotSpeak(String text) {
        assertThat(assistant
                        .attempt(new Question(List.of(text), null))
                        .understanding()
                        .languageSupported())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refund?", "card lost", "where is my refund", "pin blocked", "pls help me w my due date"})
    void takesAShortEnglishTextForEnglish(String text) {
        assertThat(understanding(text).languageSupported()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "EN-us"})
    void speaksEnglishOfEveryRegionAndTakesItsWordForTextWithoutWords(String language) {
        for (var text : List.of("refund?", "😀😀😀", "12345")) {
            var understanding =
                    assistant.attempt(new Question(List.of(text), language)).understanding();

            assertThat(understanding.languageSupported()).as(text).isTrue();
            assertThat(understanding.language()).as(text).isEqualTo("en");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "😀😀😀😀", "\u200b\u200b\u200b", "\u0000\u0001\u0002", "12345", "?!?!?!", "漢字かな交じり文"})
    void isNeverSureOfWhatHasNoMeaningForIt(String text) {
        assertThat(riskOf(text)).isGreaterThan(TOLERANCE);
    }

    /** An editor who adds the question that was answered wrongly is not answered wrongly again. */
    @Test
    void neverAnswersACounterExampleWithItsTopic() {
        var topics = Knowledge.read("classpath:/knowledge/", LocalDate.now(ZoneOffset.UTC))
                .topics();

        assertThat(topics)
                .allSatisfy(topic -> assertThat(topic.counterExamples())
                        .allSatisfy(text -> assertThat(topicAnswered(text)).isNotEqualTo(topic.id())));
    }

    @Test
    void isNeverSureOfAVeryLongText() {
        assertThat(riskOf("lorem ipsum dolor ".repeat(6_000))).isGreaterThan(TOLERANCE);
        assertThat(riskOf("How do I freeze my card? ".repeat(4_000))).isGreaterThan(TOLERANCE);
    }

    private static boolean hearsAnything(Understanding understanding) {
        return !understanding.signals().isEmpty() || understanding.severalRequests();
    }

    private static double riskOf(String text) {
        return assistant.attempt(new Question(List.of(text), null)) instanceof Attempt.Drafted drafted
                ? drafted.risk()
                : 1;
    }

    @Test
    void neverAnswersItBesideAnotherRequestEither() {
        var other = "Which shops take Alderpay?";
        var asked = understanding(other).topics().getFirst().topicId();
        int namedTwo = 0;
        for (var topic : Knowledge.read("classpath:/knowledge/", LocalDate.now(ZoneOffset.UTC))
                .topics()) {
            if (topic.id().equals(asked)) {
                continue;
            }
            for (var text : topic.counterExamples()) {
                var both = other + '\n' + text;
                var requests = understanding(both).requests();
                if (requests.size() == 2) {
                    namedTwo++;
                    assertThat(requests)
                            .as(text)
                            .extracting(TopicScore::topicId)
                            .doesNotContain(topic.id());
                }
                assertThat(topicAnswered(both)).as(text).isNotEqualTo(topic.id());
            }
        }
        assertThat(namedTwo).isGreaterThan(50);
    }

    @Test
    void aComplaintInSwedishIsHeardAndAQuestionInSwedishIsNone() {
        var complaint = understanding("Hej! Jag vill lämna ett klagomål på hur ni har hanterat mitt ärende.");
        var question = understanding("Hej! När får jag min återbetalning från butiken?");

        assertThat(complaint.signals()).contains("complaint");
        assertThat(complaint.languageSupported()).isFalse();
        assertThat(question.signals()).doesNotContain("complaint");
    }

    private static String topicAnswered(String text) {
        return assistant.attempt(new Question(List.of(text), "en")) instanceof Attempt.Drafted drafted
                        && drafted.guaranteedRisk() < 1
                ? drafted.draft().topicId()
                : "";
    }

    private static Understanding understanding(String text) {
        return assistant.attempt(new Question(List.of(text), "en")).understanding();
    }

    private static List<Tried> tryLabelledQuestions() {
        return LabelledCsv.read(Path.of("src", "test", "resources", "labelled-questions.csv")).stream()
                .map(question ->
                        new Tried(question.label(), assistant.attempt(new Question(List.of(question.text()), "en"))))
                .toList();
    }

    private record Tried(String topic, Attempt attempt) {}
}
