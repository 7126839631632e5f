package org.tandem.bpmn;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what it has read: the same files are deployed again and again, and checking one against BPMN's schema takes time. */
public final class DeployableFiles {

    private static final int MANY = 1_000;

    private record Content(String file, String text) {}

    private final Map<Content, DeployableFile> read = new ConcurrentHashMap<>();

    public DeployableFile read(String file, byte[] bytes) {
        var content = new Content(file, new String(bytes, StandardCharsets.UTF_8));
        if (read.size() > MANY) {
            read.clear();
        }
        return read.computeIfAbsent(content, key -> DeployableFile.read(file, bytes));
    }
}
