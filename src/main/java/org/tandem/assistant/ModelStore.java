package org.tandem.assistant;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trained models in a folder, one file each, with a checksum at the end. A file that is damaged is never used and always
 * complained about; the model before it is used instead.
 */
final class ModelStore {

    private static final Logger log = LoggerFactory.getLogger(ModelStore.class);
    private static final String ENDING = ".model";
    private static final int MAGIC = 0x544E444D;
    private static final int KEPT = 5;
    private static final int CHECKSUM_LENGTH = 32;

    private final Path folder;

    ModelStore(Path folder) {
        this.folder = folder;
    }

    /** Keeps a model, the four before it, and those that are needed. A half-written file never gets a model's name. */
    void keep(TrainedModels models, Collection<String> needed) throws IOException {
        Files.createDirectories(folder);
        var unfinished = Files.createTempFile(folder, "training", ".tmp");
        try {
            var digest = sha256();
            try (var file = Files.newOutputStream(unfinished);
                    var out = new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(file, digest)))) {
                out.writeInt(MAGIC);
                models.about().write(out);
                models.write(out);
                out.flush();
                file.write(digest.digest());
            }
            Files.move(unfinished, file(models.about().version()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        for (var old : newestFirst().stream().skip(KEPT).toList()) {
            if (!needed.contains(version(old))) {
                Files.deleteIfExists(old);
            }
        }
    }

    /** The newest undamaged model that suits. */
    Optional<TrainedModels> newest(Predicate<TrainedModels.About> suits) {
        return newestFirst().stream()
                .flatMap(file -> read(file, suits).stream())
                .findFirst();
    }

    List<String> versions() {
        return newestFirst().stream().map(ModelStore::version).toList();
    }

    /** Where the undamaged models come from, the newest first. */
    List<TrainedModels.About> all() {
        var all = new ArrayList<TrainedModels.About>();
        newestFirst()
                .forEach(file -> read(file, about -> {
                    all.add(about);
                    return false;
                }));
        return all;
    }

    /** The model of this version, if it is there, undamaged, and suits. */
    Optional<TrainedModels> get(String version, Predicate<TrainedModels.About> suits) {
        return newestFirst().stream()
                .filter(file -> version(file).equals(version))
                .flatMap(file -> read(file, suits).stream())
                .findFirst();
    }

    private static String version(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    private Path file(String version) {
        return folder.resolve(version + ENDING);
    }

    private List<Path> newestFirst() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            log.error("The models in {} cannot be listed: {}", folder, e.toString());
            return List.of();
        }
    }

    private static Optional<TrainedModels> read(Path file, Predicate<TrainedModels.About> suits) {
        try {
            var bytes = Files.readAllBytes(file);
            check(bytes);
            try (var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, bytes.length - CHECKSUM_LENGTH))) {
                if (in.readInt() != MAGIC) {
                    throw new IOException("it is not a model of Tandem");
                }
                var about = TrainedModels.About.read(in);
                return suits.test(about) ? Optional.of(TrainedModels.read(about, in)) : Optional.empty();
            }
        } catch (IOException | RuntimeException e) {
            log.error("The model file {} is not used, the one before it is: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static void check(byte[] bytes) throws IOException {
        int end = bytes.length - CHECKSUM_LENGTH;
        if (end <= 0) {
            throw new IOException("it is only %d bytes long".formatted(bytes.length));
        }
        var digest = sha256();
        digest.update(bytes, 0, end);
        if (!Arrays.equals(digest.digest(), Arrays.copyOfRange(bytes, end, bytes.length))) {
            throw new IOException("its checksum is wrong, it was damaged or cut off after it was written");
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
