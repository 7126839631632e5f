package org.tandem.platform;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.DependencyRequest;

/** The user's Maven, with its settings, mirrors and local repository. A download with a wrong checksum is refused. */
final class MavenRepository implements AutoCloseable {
    private final Context maven;

    MavenRepository(Progress progress) {
        var overrides = ContextOverrides.create()
                .withUserSettings(true)
                .checksumPolicy(ContextOverrides.ChecksumPolicy.FAIL)
                .transferListener(new TransferProgress(progress))
                .build();
        maven = Runtimes.INSTANCE.getRuntime().create(overrides);
    }

    /** One file, without what it depends on. */
    Path file(String coordinates) {
        try {
            var request = new ArtifactRequest(new DefaultArtifact(coordinates), maven.remoteRepositories(), null);
            var result = maven.repositorySystem().resolveArtifact(maven.repositorySystemSession(), request);
            return result.getArtifact().getFile().toPath();
        } catch (RepositoryException failed) {
            throw unreachable(coordinates, failed);
        }
    }

    /** A library and everything it needs at run time. */
    List<Path> classPath(String coordinates) {
        try {
            var root = new Dependency(new DefaultArtifact(coordinates), "runtime");
            var collect = new CollectRequest(root, maven.remoteRepositories());
            var result = maven.repositorySystem()
                    .resolveDependencies(maven.repositorySystemSession(), new DependencyRequest(collect, null));
            return result.getArtifactResults().stream()
                    .map(resolved -> resolved.getArtifact().getFile().toPath())
                    .toList();
        } catch (RepositoryException failed) {
            throw unreachable(coordinates, failed);
        }
    }

    private static PlatformException unreachable(String coordinates, RepositoryException failed) {
        return new PlatformException(
                "%s cannot be fetched: %s".formatted(coordinates, failed.getMessage()),
                "Check that Maven Central, or the mirror in your Maven settings, is in reach. It is needed for the first"
                        + " start only.",
                failed);
    }

    @Override
    public void close() {
        maven.close();
    }
}
