package org.tandem.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tandem.assistant.classifier.BgeEmbedder;
import org.tandem.assistant.classifier.Examples;
import org.tandem.assistant.classifier.Opinion;
import org.tandem.assistant.classifier.Progress;
import org.tandem.assistant.classifier.TextClassifier;
import org.tandem.assistant.classifier.Training;
import org.tandem.assistant.knowledge.ApprovedText;
import org.tandem.assistant.knowledge.Knowledge;
import org.tandem.assistant.knowledge.Topic;

/** What an editor does with a counter-example, on one classifier that never saw it. */
class CounterExamplesTest {

    private static final BgeEmbedder EMBEDDER = new BgeEmbedder();
    private static final TextClassifier CLASSIFIER = new Training(EMBEDDER, 1, Progress.SILENT)
            .train(new Training.Lesson(Examples.all(), List.of(), 0))
            .classifier();
    private static final String COUNTER = "Is there a card game in your wallet?";
    private static final String PARAPHRASE = "Do you have card games in the wallet?";

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @Test
    void withoutOneTheTopicIsAnswered() {
        assertThat(opinion(COUNTER, List.of()).best().label()).isEqualTo("card");
        assertThat(opinion(COUNTER, List.of()).risk()).isLessThan(1);
        assertThat(opinion(PARAPHRASE, List.of()).risk()).isLessThan(1);
    }

    @Test
    void withOneNeitherItNorAParaphraseIsAndTheEvidenceSaysWhy() {
        for (var text : List.of(COUNTER, PARAPHRASE)) {
            var opinion = opinion(text, List.of(COUNTER));

            assertThat(opinion.risk()).isEqualTo(1);
            assertThat(opinion.evidence()).containsKey("counterExample");
        }
    }

    @Test
    void whatIsMoreLikeAnExampleIsAnsweredAsBefore() {
        var text = "please help with card and stolen";

        assertThat(opinion(text, List.of(COUNTER))).isEqualTo(opinion(text, List.of()));
    }

    /** Among other words the whole is less like any example than the part that is one. */
    @Test
    void aPartThatIsAnExampleIsNotMistakenForACounterExampleThatItResembles() {
        var example = Examples.all().stream()
                .filter(one -> one.label().equals("card"))
                .findFirst()
                .orElseThrow()
                .text();
        var near = example + " in a game";
        var whole = "Good morning, I have been a customer for many years and tell all my friends. " + example;

        assertThat(opinion(near, List.of(near)).risk()).isEqualTo(1);
        assertThat(opinion(whole, example, List.of(near)).risk()).isLessThan(1);
    }

    private static Opinion opinion(String text, List<String> counterExamples) {
        return opinion(text, text, counterExamples);
    }

    private static Opinion opinion(String text, String part, List<String> counterExamples) {
        var topic = new Topic(
                "card",
                "Card",
                TopicClass.ROUTINE,
                true,
                "https://help.example/card",
                List.of(),
                counterExamples,
                new ApprovedText("Block it."));
        var knowledge = new Knowledge(List.of(topic), Map.of(), List.of(), "test");
        return new CounterExamples(knowledge, CLASSIFIER, EMBEDDER)
                .heed(CLASSIFIER.classify(text, EMBEDDER.embed(text)), EMBEDDER.embed(part));
    }
}
