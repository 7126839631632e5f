package org.tandem.assistant.knowledge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandem.assistant.TopicClass;
import org.tandem.privacy.PersonalData;
import org.tandem.privacy.VisibleText;

/** A topic and the file it comes from, so that what is found out about it later can name a line. */
record TopicFile(KnowledgeFile file, Topic topic, LocalDate validFrom, LocalDate validTo) {

    private static final int FEWEST_EXAMPLES = 5;
    private static final Set<String> FIELDS = Set.of(
            "id",
            "title",
            "class",
            "automation",
            "owner",
            "source",
            "validFrom",
            "validTo",
            "examples",
            "counterExamples");

    static TopicFile read(KnowledgeFile file, List<String> knownFacts) {
        file.expectOnly(FIELDS);
        file.required("owner");
        var from = file.date("validFrom").orElse(LocalDate.MIN);
        var to = file.date("validTo").orElse(LocalDate.MAX);
        if (to.isBefore(from)) {
            file.note("validTo", "validTo %s is before validFrom %s".formatted(to, from));
        }
        var topic = new Topic(
                id(file),
                file.required("title"),
                topicClass(file),
                isAutomated(file),
                file.link("source"),
                examples(file, "examples"),
                examples(file, "counterExamples"),
                new ApprovedText(file.body()));
        if (topic.examples().size() < FEWEST_EXAMPLES) {
            file.note(
                    "examples",
                    "there are %d examples, at least %d are needed and 20 are good"
                            .formatted(topic.examples().size(), FEWEST_EXAMPLES));
        }
        checkSlots(file, topic, knownFacts);
        return new TopicFile(file, topic, from, to);
    }

    boolean isValid(LocalDate today) {
        return !today.isBefore(validFrom) && !today.isAfter(validTo);
    }

    Mistake at(String field, int index, String what) {
        return new Mistake(file.name(), file.line(field, index), what);
    }

    /** The same example in two topics would teach both to be wrong. */
    static void noteDuplicates(List<TopicFile> topics) {
        var seen = new HashMap<String, String>();
        for (var topic : topics) {
            var examples = topic.topic().examples();
            for (int i = 0; i < examples.size(); i++) {
                var other = seen.put(
                        examples.get(i).toLowerCase(Locale.ROOT), topic.file().name());
                if (other != null && !examples.get(i).isEmpty()) {
                    topic.file()
                            .note(
                                    topic.file().line("examples", i),
                                    "the example \"%s\" stands in %s too. Keep it where it belongs"
                                            .formatted(examples.get(i), other));
                }
            }
        }
    }

    private static String id(KnowledgeFile file) {
        var id = file.required("id");
        if (!id.isEmpty() && !id.matches("[a-z0-9-]+")) {
            file.note("id", "the id is %s, but it has to be of small letters, digits and hyphens".formatted(id));
        } else if (!id.isEmpty() && !file.name().equals(id + ".md")) {
            file.note("id", "the id is %s, so the file has to be called %s.md".formatted(id, id));
        }
        return id;
    }

    private static TopicClass topicClass(KnowledgeFile file) {
        var label = file.required("class");
        return TopicClass.ofLabel(label).orElseGet(() -> {
            if (!label.isEmpty()) {
                file.note(
                        "class",
                        "the class is %s, but it has to be routine, account, sensitive or person-only"
                                .formatted(label));
            }
            return TopicClass.PERSON_ONLY;
        });
    }

    private static boolean isAutomated(KnowledgeFile file) {
        var automation = file.required("automation");
        if (!automation.isEmpty() && !Set.of("on", "off").contains(automation)) {
            file.note("automation", "automation is %s, but it has to be on or off".formatted(automation));
        }
        return automation.equals("on");
    }

    private static List<String> examples(KnowledgeFile file, String field) {
        var examples = file.list(field);
        for (int i = 0; i < examples.size(); i++) {
            var masked = PersonalData.mask(examples.get(i));
            if (!masked.equals(VisibleText.of(examples.get(i)))) {
                file.note(
                        file.line(field, i),
                        "the example tells who a customer is, write it as \"%s\"".formatted(masked));
            }
        }
        return examples;
    }

    private static void checkSlots(KnowledgeFile file, Topic topic, List<String> knownFacts) {
        if (topic.answer().hasBrokenSlot()) {
            file.note(file.bodyLine(), "a slot is written {{name}}, with a name out of account-facts.md");
        }
        for (var slot : topic.answer().slots()) {
            if (!knownFacts.contains(slot)) {
                file.note(
                        file.bodyLine(),
                        "the slot {{%s}} is not known. account-facts.md has: %s"
                                .formatted(slot, String.join(", ", knownFacts)));
            }
        }
        if (topic.topicClass() == TopicClass.ROUTINE && !topic.answer().slots().isEmpty()) {
            file.note("class", "a routine answer is the same for everybody. With slots the class has to be account");
        }
    }
}
