package org.tandem.assistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All that the assistant knows: topics with approved answers, signals to listen for, and examples of what it is not asked for.
 *
 * @param fingerprint changes with every change of the files
 */
record Knowledge(List<Topic> topics, Map<String, Signal> signals, List<String> outside, String fingerprint) {

    private static final int FEWEST_EXAMPLES = 5;
    private static final String OUTSIDE = "out-of-scope.md";
    private static final Set<String> NO_TOPICS = Set.of("README.md", OUTSIDE);

    /** Something to listen for in what a customer writes. */
    record Signal(List<String> examples, List<String> counterExamples) {}

    /** Reads a folder or class path location; topics that are not valid today are left out. */
    static Knowledge read(String location, LocalDate today) {
        var folder = location.endsWith("/") ? location : location + "/";
        var digest = sha256();
        var topics = new ArrayList<Topic>();
        for (var file : files(folder + "*.md", digest)) {
            if (!NO_TOPICS.contains(file.name()) && isValid(file, today)) {
                topics.add(topic(file));
            }
        }
        if (topics.isEmpty()) {
            throw new KnowledgeMistake(
                    location, 1, "there are no topics. Set tandem.assistant.knowledge to their folder");
        }
        refuseDuplicates(topics);
        var signals = new TreeMap<String, Signal>();
        for (var file : files(folder + "signals/*.md", digest)) {
            signals.put(file.required("id"), new Signal(file.list("examples"), file.list("counterExamples")));
        }
        var outside = files(folder + OUTSIDE, digest).stream()
                .flatMap(file -> file.list("examples").stream())
                .toList();
        return new Knowledge(
                List.copyOf(topics),
                signals,
                outside,
                HexFormat.of().formatHex(digest.digest()).substring(0, 12));
    }

    private static boolean isValid(KnowledgeFile file, LocalDate today) {
        var from = file.date("validFrom").orElse(LocalDate.MIN);
        var to = file.date("validTo").orElse(LocalDate.MAX);
        if (to.isBefore(from)) {
            throw file.mistake("validTo", "validTo %s is before validFrom %s".formatted(to, from));
        }
        return !today.isBefore(from) && !today.isAfter(to);
    }

    private static Topic topic(KnowledgeFile file) {
        var id = file.required("id");
        if (!file.name().equals(id + ".md")) {
            throw file.mistake("id", "the id is %s, so the file has to be called %s.md".formatted(id, id));
        }
        var label = file.required("class");
        var topicClass = TopicClass.ofLabel(label)
                .orElseThrow(() -> file.mistake(
                        "class",
                        "the class is %s, but it has to be routine, account, sensitive or person-only"
                                .formatted(label)));
        var automation = file.required("automation");
        if (!Set.of("on", "off").contains(automation)) {
            throw file.mistake("automation", "automation is %s, but it has to be on or off".formatted(automation));
        }
        var examples = file.list("examples");
        if (examples.size() < FEWEST_EXAMPLES) {
            throw file.mistake(
                    "examples",
                    "there are %d examples, at least %d are needed and 20 are good"
                            .formatted(examples.size(), FEWEST_EXAMPLES));
        }
        return new Topic(
                id,
                file.required("title"),
                topicClass,
                automation.equals("on"),
                file.required("source"),
                examples,
                file.body());
    }

    private static void refuseDuplicates(List<Topic> topics) {
        var seen = new HashMap<String, String>();
        for (var topic : topics) {
            for (var example : topic.examples()) {
                var other = seen.put(example.toLowerCase(Locale.ROOT), topic.id());
                if (other != null && !other.equals(topic.id())) {
                    throw new KnowledgeMistake(
                            topic.id() + ".md",
                            1,
                            "the example \"%s\" stands in %s.md too. Keep it where it belongs"
                                    .formatted(example, other));
                }
            }
        }
    }

    private static List<KnowledgeFile> files(String pattern, MessageDigest digest) {
        try {
            var resources = new PathMatchingResourcePatternResolver().getResources(pattern);
            var files = new ArrayList<KnowledgeFile>();
            for (var resource : java.util.Arrays.stream(resources)
                    .filter(Resource::exists)
                    .filter(resource -> !"README.md".equals(resource.getFilename()))
                    .sorted(Comparator.comparing(resource -> String.valueOf(resource.getFilename())))
                    .toList()) {
                var text = resource.getContentAsString(StandardCharsets.UTF_8);
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                files.add(KnowledgeFile.parse(String.valueOf(resource.getFilename()), text));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The knowledge in %s cannot be read".formatted(pattern), e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
