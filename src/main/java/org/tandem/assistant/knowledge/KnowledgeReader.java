package org.tandem.assistant.knowledge;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.tandem.assistant.Understanding;

/** Reads all files of a knowledge folder and gathers everything that is wrong with them. */
final class KnowledgeReader {

    private static final String OUTSIDE = "out-of-scope.md";
    private static final String FACTS = "account-facts.md";
    private static final String ABOUT = "README.md";
    /** Files with a meaning of their own, whatever the case of their letters is on some disks. */
    static final Set<String> NO_TOPICS = Set.of(OUTSIDE, FACTS, "readme.md");

    private static final Set<String> EXAMPLE_FIELDS =
            Set.of("id", "title", "examples", "counterExamples", "examplesOfTopics", "phrases", "exceptions");

    private final List<Mistake> mistakes = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private final List<TopicFile> topics = new ArrayList<>();
    private final Map<String, Knowledge.Signal> signals = new TreeMap<>();
    private final List<String> outside;
    private final List<String> facts;
    private final byte[] fingerprint;

    /** @param location a folder, or a class path location that begins with {@code classpath:} */
    KnowledgeReader(String location) {
        var folder = folder(location);
        facts = files(folder + FACTS).stream()
                .flatMap(file -> file.list("facts").stream())
                .toList();
        for (var file : files(folder + "*.md")) {
            if (!NO_TOPICS.contains(file.name())) {
                topics.add(TopicFile.read(file, facts));
            }
        }
        if (topics.isEmpty()) {
            mistakes.add(new Mistake(
                    location, 1, "there are no topics. Set tandem.assistant.knowledge to the folder of the topics"));
        }
        TopicFile.noteDuplicates(topics);
        files(folder + "signals/*.md").forEach(this::readSignal);
        noteMissingSignals();
        outside = files(folder + OUTSIDE).stream()
                .flatMap(file -> file.list("examples").stream())
                .toList();
        fingerprint = digest.digest();
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    List<TopicFile> topics() {
        return topics;
    }

    /** What would be wrong with the file of a further topic beside these. */
    List<Mistake> mistakesIn(String name, String text) {
        var found = new ArrayList<Mistake>();
        KnowledgeFile.parse(name, text, found).ifPresent(file -> {
            var all = new ArrayList<>(topics);
            all.removeIf(topic -> topic.file().name().equals(name));
            all.add(TopicFile.read(file, facts));
            TopicFile.noteDuplicates(all);
        });
        return found;
    }

    boolean hasTopic(String id) {
        return topics.stream().anyMatch(topic -> topic.topic().id().equals(id));
    }

    Knowledge knowledge(LocalDate today) {
        var valid = topics.stream()
                .filter(file -> file.isValid(today))
                .map(TopicFile::topic)
                .toList();
        return new Knowledge(valid, Map.copyOf(signals), outside, fingerprint(valid));
    }

    private String fingerprint(List<Topic> valid) {
        digest.update(fingerprint);
        valid.forEach(topic -> digest.update(topic.id().getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private void readSignal(KnowledgeFile file) {
        file.expectOnly(EXAMPLE_FIELDS);
        var examples = new ArrayList<>(file.list("examples"));
        var named = file.list("examplesOfTopics");
        for (int i = 0; i < named.size(); i++) {
            var id = named.get(i);
            var topic = topics.stream()
                    .map(TopicFile::topic)
                    .filter(t -> t.id().equals(id))
                    .findFirst();
            topic.ifPresent(known -> examples.addAll(known.examples()));
            if (topic.isEmpty()) {
                file.note(file.line("examplesOfTopics", i), "there is no topic %s".formatted(id));
            }
        }
        if (examples.isEmpty()) {
            file.note("examples", "there are no examples of it, 20 are good");
        }
        var id = file.required("id");
        if (!id.isEmpty() && !Understanding.SIGNALS.contains(id)) {
            file.note("id", "there is no signal %s. The signals are: %s".formatted(id, sorted(Understanding.SIGNALS)));
        }
        var phrases = new Phrases(phrases(file, "phrases"), phrases(file, "exceptions"));
        if (signals.put(id, new Knowledge.Signal(examples, file.list("counterExamples"), phrases)) != null) {
            file.note("id", "another file has the id %s too".formatted(id));
        }
    }

    /** Those that can be read. */
    private static List<String> phrases(KnowledgeFile file, String field) {
        var phrases = file.list(field);
        var good = new ArrayList<String>();
        for (int i = 0; i < phrases.size(); i++) {
            var mistake = Phrase.mistake(phrases.get(i));
            if (mistake.isPresent()) {
                file.note(file.line(field, i), mistake.get());
            } else {
                good.add(phrases.get(i));
            }
        }
        return good;
    }

    /** Without its file nobody would be heard who sends that signal. */
    private void noteMissingSignals() {
        Understanding.SIGNALS.stream()
                .filter(id -> !signals.containsKey(id))
                .filter(id ->
                        mistakes.stream().noneMatch(mistake -> mistake.file().equals(id + ".md")))
                .forEach(id -> mistakes.add(new Mistake(
                        "signals/%s.md".formatted(id),
                        1,
                        "the file is missing. Begin with the one of the sample knowledge")));
    }

    private static String sorted(Set<String> ids) {
        return String.join(", ", ids.stream().sorted().toList());
    }

    private List<KnowledgeFile> files(String pattern) {
        try {
            return resources(pattern)
                    .filter(Resource::exists)
                    .filter(resource -> !ABOUT.equals(resource.getFilename()))
                    .sorted(Comparator.comparing(resource -> String.valueOf(resource.getFilename())))
                    .flatMap(this::file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The knowledge in %s cannot be read".formatted(pattern), e);
        }
    }

    private static Stream<Resource> resources(String pattern) throws IOException {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (FileNotFoundException e) { // no such folder
            return Stream.empty();
        }
    }

    private Stream<KnowledgeFile> file(Resource resource) {
        var name = String.valueOf(resource.getFilename());
        try {
            var bytes = resource.getContentAsByteArray();
            digest.update(bytes);
            var edited = EditedText.of(bytes);
            edited.mistake().ifPresent(mistake -> mistakes.add(new Mistake(name, 1, mistake)));
            return edited.mistake().isPresent()
                    ? Stream.empty()
                    : KnowledgeFile.parse(name, edited.text(), mistakes).stream();
        } catch (IOException e) {
            throw new UncheckedIOException("The knowledge file %s cannot be read".formatted(name), e);
        }
    }

    static String folder(String location) {
        var named = location.matches("[a-z*]{2,}:.*")
                ? location
                : Path.of(location).toAbsolutePath().toUri().toString();
        return named.endsWith("/") ? named : named + "/";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
