package org.tandem.bpmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The model files, by name, as they are checked and deployed together, and what they define. A file that cannot be read is a
 * violation of the policy and not an exception.
 */
public final class ModelFiles {

    private static final String[] ENDINGS = {".bpmn", ".dmn", ".form"};

    private final Map<String, byte[]> files;
    private final Library library;

    private ModelFiles(Map<String, byte[]> files) {
        this.files = files;
        this.library = Library.read(files);
    }

    public static ModelFiles of(Map<String, byte[]> files) {
        return new ModelFiles(new TreeMap<>(files));
    }

    /** The models of a folder; sub-folders and other files are left alone. */
    public static ModelFiles inFolder(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        for (var ending : ENDINGS) {
            try (var found = Files.newDirectoryStream(folder, "*" + ending)) {
                for (var file : found) {
                    files.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the models in " + folder, e);
            }
        }
        return new ModelFiles(files);
    }

    /** The models under {@code processes/} that the application brings. */
    public static ModelFiles onClassPath() {
        Map<String, byte[]> files = new TreeMap<>();
        var resources = new PathMatchingResourcePatternResolver();
        for (var ending : ENDINGS) {
            try {
                for (var resource : resources.getResources("classpath*:processes/*" + ending)) {
                    files.put(String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the models on the class path", e);
            }
        }
        return new ModelFiles(files);
    }

    /** The files to deploy: exactly those that were checked. */
    public Map<String, byte[]> files() {
        return files;
    }

    public Library library() {
        return library;
    }
}
