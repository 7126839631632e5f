package org.tandem.bpmn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
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
    private final Map<String, ModelFile> read;
    private final Library library;

    private ModelFiles(Map<String, byte[]> files, Map<String, ModelFile> read) {
        this.files = files;
        this.read = read;
        this.library = Library.of(read);
    }

    public static ModelFiles of(Map<String, byte[]> files) {
        return new ModelFiles(Map.of(), Map.of()).become(files);
    }

    /** These files, by name, and no others; what is here already as it is there is not read again. */
    public ModelFiles become(Map<String, byte[]> files) {
        var read = new TreeMap<String, ModelFile>();
        files.forEach((name, content) -> {
            var known = this.read.get(name);
            read.put(
                    name,
                    known != null && Arrays.equals(content, this.files.get(name))
                            ? known
                            : ModelFile.read(name, content));
        });
        return new ModelFiles(new TreeMap<>(files), read);
    }

    /** The models of a folder; sub-folders and other files are left alone. */
    public static ModelFiles inFolder(Path folder) {
        return of(read(folder.toUri().toString()));
    }

    /** The files of a folder, or of a class path location that begins with {@code classpath:}, by name. */
    public static Map<String, byte[]> read(String location) {
        var files = new TreeMap<String, byte[]>();
        var folder = location.endsWith("/") ? location : location + "/";
        try {
            for (var ending : ENDINGS) {
                for (var file : new PathMatchingResourcePatternResolver().getResources(folder + "*" + ending)) {
                    files.put(String.valueOf(file.getFilename()), file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The models in %s cannot be read: %s".formatted(location, e.getMessage()), e);
        }
        return files;
    }

    /** The files to deploy: exactly those that were checked. */
    public Map<String, byte[]> files() {
        return files;
    }

    public Library library() {
        return library;
    }
}
