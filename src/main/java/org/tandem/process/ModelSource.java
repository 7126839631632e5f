package org.tandem.process;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tandem.bpmn.ModelFiles;
import org.tandem.desk.hours.Calendars;
import org.tandem.policy.ModelPolicy;
import org.tandem.policy.ModelsRefused;

/** The models that this application deploys, from {@code tandem.process.models}; those that break an invariant are not given out. */
@Component
class ModelSource {

    private final String location;
    private final Set<String> calendars;
    private @Nullable ModelFiles accepted;

    @Autowired
    ModelSource(@Value("${tandem.process.models:classpath:/processes/}") String location, Calendars calendars) {
        this(location, calendars.ids());
    }

    ModelSource(String location, Set<String> calendars) {
        this.location = location;
        this.calendars = calendars;
    }

    /** All of them, as they are now. What has passed the check passes it again unless a byte has changed. */
    synchronized ModelFiles checked() {
        var files = read();
        if (accepted == null || !areSame(files, accepted.files())) {
            var models = ModelFiles.of(files);
            new ModelPolicy(EngineContract.capabilities()).demand(models);
            var unknown = EngineContract.notUnderstood(models, calendars);
            if (!unknown.isEmpty()) {
                throw new ModelsRefused(unknown);
            }
            accepted = models;
        }
        return accepted;
    }

    /** What tells whether a file has changed, by name; nothing if they cannot be read. */
    Map<String, Integer> fingerprint() {
        var hashes = new HashMap<String, Integer>();
        try {
            ModelFiles.read(location).forEach((name, content) -> hashes.put(name, Arrays.hashCode(content)));
        } catch (UncheckedIOException unreadable) {
            return Map.of();
        }
        return hashes;
    }

    /** Whether these files have passed the check, just as they are. */
    synchronized boolean hasAccepted(Map<String, byte[]> files) {
        return accepted != null && areSame(files, accepted.files());
    }

    private static boolean areSame(Map<String, byte[]> some, Map<String, byte[]> others) {
        return some.keySet().equals(others.keySet())
                && some.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), others.get(file.getKey())));
    }

    private Map<String, byte[]> read() {
        var files = ModelFiles.read(location);
        if (files.isEmpty()) {
            throw new IllegalStateException(
                    "There are no models in %s: set tandem.process.models to the folder with the .bpmn, .dmn and .form files"
                            .formatted(location));
        }
        return files;
    }
}
