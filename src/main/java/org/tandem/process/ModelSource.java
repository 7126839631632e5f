package org.tandem.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tandem.bpmn.ModelFiles;
import org.tandem.policy.ModelPolicy;

/** The models that this application deploys, from {@code tandem.process.models}; those that break an invariant are not given out. */
@Component
class ModelSource {

    private static final List<String> KINDS = List.of("bpmn", "dmn", "form");

    private final String location;
    private @Nullable ModelFiles accepted;

    ModelSource(@Value("${tandem.process.models:classpath:/processes/}") String location) {
        this.location = location.endsWith("/") ? location : location + "/";
    }

    /** All of them, as they are now. What has passed the check passes it again unless a byte has changed. */
    synchronized ModelFiles checked() {
        var files = read();
        if (accepted == null || !areSame(files, accepted.files())) {
            var models = ModelFiles.of(files);
            new ModelPolicy(EngineContract.capabilities()).demand(models);
            accepted = models;
        }
        return accepted;
    }

    private static boolean areSame(Map<String, byte[]> some, Map<String, byte[]> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), others.get(file.getKey())));
    }

    private Map<String, byte[]> read() {
        var files = new TreeMap<String, byte[]>();
        try {
            for (var kind : KINDS) {
                for (var file : new PathMatchingResourcePatternResolver().getResources(location + "*." + kind)) {
                    files.put(String.valueOf(file.getFilename()), file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The models in %s cannot be read: %s".formatted(location, e.getMessage()), e);
        }
        if (files.isEmpty()) {
            throw new IllegalStateException(
                    "There are no models in %s: set tandem.process.models to the folder with the .bpmn, .dmn and .form files"
                            .formatted(location));
        }
        return files;
    }
}
