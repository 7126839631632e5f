package org.tandem.assistant.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.assistant.SmallKnowledge;
import org.tandem.assistant.TopicClass;

class ArticleTest {

    private static final List<String> EXAMPLES =
            List.of("do you plant trees", "a \"tree\" for my order?", "trees: how many", "which trees", "# of trees");

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        new SmallKnowledge(folder);
    }

    @Test
    void whatIsPublishedIsATopicOfTheKnowledgeWordForWord() throws IOException {
        var article = article("trees", EXAMPLES, "Yes: one \"tree\" for each order.\n\nWe plant it.");

        assertThat(article.flaws(folder.toString())).isEmpty();
        assertThat(article.publish(folder.toString())).isTrue();
        assertThat(article.publish(folder.toUri().toString())).isTrue();
        assertThat(article.flaws(folder.toString())).isEmpty();

        assertThat(new KnowledgeCheck(folder.toString()).mistakes()).isEmpty();
        assertThat(Knowledge.read(folder.toString(), LocalDate.EPOCH).topics())
                .filteredOn(topic -> topic.id().equals("trees"))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.examples()).isEqualTo(EXAMPLES);
                    assertThat(topic.answer().text()).isEqualTo("Yes: one \"tree\" for each order.\n\nWe plant it.");
                    assertThat(topic.automated()).isFalse();
                });
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void allThatTheCheckWouldComplainAboutIsSaidBefore() {
        assertThat(article("card", List.of("my card is lost", "mail me at robin@example.com"), " ")
                        .flaws(folder.toString()))
                .anyMatch(flaw -> flaw.contains("There is a topic card already"))
                .anyMatch(flaw -> flaw.contains("there are 2 examples, at least 5 are needed"))
                .anyMatch(flaw -> flaw.contains("tells who a customer is"))
                .anyMatch(flaw -> flaw.contains("the approved answer is missing"));
        assertThat(article("plastic", List.of("my card is lost", "b", "c", "d", "e"), "So {{order.dueDate}}")
                        .flaws(folder.toString()))
                .anyMatch(flaw -> flaw.contains("\"my card is lost\" stands in card.md too"))
                .anyMatch(flaw -> flaw.contains("{{order.dueDate}}"));
    }

    @Test
    void intoTheClassPathNothingIsWritten() throws IOException {
        var article = article("trees", EXAMPLES, "Yes.");

        assertThat(article.flaws("classpath:/knowledge/")).isEmpty();
        assertThat(article.publish("classpath:/knowledge/")).isFalse();
        assertThat(article("../evil", EXAMPLES, "Yes.").flaws(folder.toString()))
                .anyMatch(flaw -> flaw.contains("small letters, digits and hyphens"));
    }

    private static Article article(String id, List<String> examples, String answer) {
        return new Article(
                id, "About trees", TopicClass.ROUTINE, false, "lena", "https://help.example/trees", examples, answer);
    }
}
