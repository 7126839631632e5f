package org.tandem.platform;

import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Gets files from Maven repositories with the user's own Maven settings into the user's own local repository. */
final class MavenDownloads {

    private final ContextOverrides settings = ContextOverrides.create()
            .withUserSettings(true)
            .checksumPolicy(ContextOverrides.ChecksumPolicy.FAIL)
            .transferListener(new DownloadProgress(System.out))
            .build();

    /** One file, by its Aether coordinates {@code group:artifact:extension:version}. */
    Path file(String coordinates) {
        try (var context = Runtimes.INSTANCE.getRuntime().create(settings)) {
            var request = new ArtifactRequest(new DefaultArtifact(coordinates), context.remoteRepositories(), "tandem");
            return context.repositorySystem()
                    .resolveArtifact(context.repositorySystemSession(), request)
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw unreachable(coordinates, e);
        }
    }

    /** A library with everything that it needs to run. */
    List<Path> classPath(String coordinates) {
        try (var context = Runtimes.INSTANCE.getRuntime().create(settings)) {
            var root = new Dependency(new DefaultArtifact(coordinates), "runtime");
            var request = new DependencyRequest(new CollectRequest(root, context.remoteRepositories()), null);
            return context
                    .repositorySystem()
                    .resolveDependencies(context.repositorySystemSession(), request)
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getFile().toPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw unreachable(coordinates, e);
        }
    }

    private static PlatformProblem unreachable(String coordinates, Exception cause) {
        return new PlatformProblem(
                "%s cannot be fetched from your Maven repositories: %s. Check the network and the settings of Maven, or run Tandem against an existing Camunda with tandem.platform=external"
                        .formatted(coordinates, cause.getMessage()),
                cause);
    }
}
