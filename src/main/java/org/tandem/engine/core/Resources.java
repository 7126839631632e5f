package org.tandem.engine.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.DeployableFiles;
import org.tandem.bpmn.Library;
import org.tandem.engine.state.Definition.Kind;
import scala.jdk.javaapi.CollectionConverters;

/** Files to be deployed, read; whatever is wrong with them is said in one go. */
final class Resources {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Dmn dmn;
    private final DeployableFiles deployable;

    Resources(Dmn dmn, DeployableFiles deployable) {
        this.dmn = dmn;
        this.deployable = deployable;
    }

    /** One thing that a file defines. */
    record Resource(
            Kind kind,
            String id,
            String name,
            @Nullable String versionTag,
            String file,
            String text,
            String checksum) {}

    List<Resource> read(Map<String, byte[]> files) {
        var read = new ArrayList<Resource>();
        var wrong = new ArrayList<String>();
        if (files.isEmpty()) {
            throw Rejection.invalidArgument("resources: expected at least one file to deploy");
        }
        files.forEach((file, content) -> {
            var before = wrong.size();
            var kind = file.substring(file.lastIndexOf('.') + 1);
            switch (kind) {
                case "bpmn", "xml" -> process(file, content, read, wrong);
                case "dmn" -> decisions(file, content, read, wrong);
                case "form" -> form(file, content, read, wrong);
                default ->
                    wrong.add(
                            "'%s': only files that end with .bpmn, .dmn or .form can be deployed; a Camunda 8 cluster takes others"
                                    .formatted(file));
            }
            if (wrong.size() == before
                    && read.stream().noneMatch(resource -> resource.file().equals(file))) {
                wrong.add("'%s': it defines nothing that can be executed".formatted(file));
            }
        });
        twice(read, wrong);
        if (!wrong.isEmpty()) {
            throw Rejection.invalidArgument(
                    "%s",
                    "Expected to deploy new resources, but encountered the following errors:\n"
                            + String.join("\n", wrong));
        }
        return read;
    }

    private static void twice(List<Resource> read, List<String> wrong) {
        var seen = new LinkedHashSet<String>();
        for (var resource : read) {
            if (!seen.add(resource.kind() + resource.id())) {
                wrong.add("'%s': another file of the deployment has a %s with the id '%s'"
                        .formatted(
                                resource.file(),
                                resource.kind().name().toLowerCase(java.util.Locale.ROOT),
                                resource.id()));
            }
        }
    }

    private void process(String file, byte[] content, List<Resource> into, List<String> wrong) {
        var bpmn = deployable.read(file, content);
        bpmn.refusals().forEach(refusal -> wrong.add("'%s': %s".formatted(file, refusal)));
        bpmn.processes()
                .forEach(process -> into.add(
                        resource(Kind.PROCESS, process.id(), process.name(), process.versionTag(), file, content)));
    }

    private void decisions(String file, byte[] content, List<Resource> into, List<String> wrong) {
        try {
            var parsed = dmn.parse(new String(content, StandardCharsets.UTF_8));
            var definitions = parsed.model().getDefinitions();
            var tags = Library.read(Map.of(file, content)).decisions();
            into.add(resource(
                    Kind.REQUIREMENTS,
                    definitions.getId(),
                    Objects.requireNonNullElse(definitions.getName(), definitions.getId()),
                    null,
                    file,
                    content));
            CollectionConverters.asJava(parsed.decisions())
                    .forEach(decision -> into.add(resource(
                            Kind.DECISION,
                            decision.id(),
                            decision.name(),
                            tags.get(decision.id()) == null
                                    ? null
                                    : tags.get(decision.id()).versionTag(),
                            file,
                            content)));
        } catch (RuntimeException unreadable) {
            wrong.add("'%s': %s".formatted(file, unreadable.getMessage()));
        }
    }

    private static void form(String file, byte[] content, List<Resource> into, List<String> wrong) {
        try {
            var form = JSON.readTree(new String(content, StandardCharsets.UTF_8));
            if (!form.path("id").isTextual()) {
                wrong.add("'%s': a form needs a text 'id'".formatted(file));
                return;
            }
            var id = form.path("id").asText();
            into.add(resource(Kind.FORM, id, id, form.path("versionTag").asText(null), file, content));
        } catch (JsonProcessingException e) {
            wrong.add("'%s': line %d: %s".formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()));
        }
    }

    private static Resource resource(
            Kind kind, String id, String name, @Nullable String tag, String file, byte[] content) {
        return new Resource(
                kind, id, name, tag, file, new String(content, StandardCharsets.UTF_8), checksum(file, content));
    }

    private static String checksum(String file, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
