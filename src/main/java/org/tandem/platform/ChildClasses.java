package org.tandem.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Copies the classes that run inside the children out of our class path or jar, for theirs. */
final class ChildClasses {

    private static final String PACKAGE = "org/tandem/platform/child/";
    private static final List<String> NAMES = List.of("Child", "SearchStore", "IndexStatePlugin");

    private ChildClasses() {}

    static Path copyTo(Path folder) {
        try {
            Files.createDirectories(folder.resolve(PACKAGE));
            for (var name : NAMES) {
                var file = PACKAGE + name + ".class";
                try (var in = ChildClasses.class.getClassLoader().getResourceAsStream(file)) {
                    if (in == null) {
                        throw new IllegalStateException(file + " is missing");
                    }
                    Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The classes of the child processes cannot be copied to " + folder, e);
        }
    }
}
