package org.tandem.engine.state;

import org.jspecify.annotations.Nullable;

/**
 * A deployed process, decision, decision requirements graph or form, in one version.
 *
 * @param resource the file's text; null for a decision, whose file is its requirements graph's
 * @param checksum of name and content of the file
 * @param deployment the deployment that brought this version
 * @param requirements key of the graph that a decision belongs to, else 0
 * @param deletedAt when the resource was deleted; running instances go on with it
 */
public record Definition(
        long key,
        Kind kind,
        String id,
        String name,
        int version,
        @Nullable String versionTag,
        String resourceName,
        @Nullable String resource,
        String checksum,
        long deployment,
        long requirements,
        long deployedAt,
        long deletedAt)
        implements Entity {

    public enum Kind {
        PROCESS,
        DECISION,
        REQUIREMENTS,
        FORM
    }

    public Definition deleted(long at) {
        return new Definition(
                key,
                kind,
                id,
                name,
                version,
                versionTag,
                resourceName,
                resource,
                checksum,
                deployment,
                requirements,
                deployedAt,
                at);
    }

    public boolean isDeleted() {
        return deletedAt != 0;
    }

    /** Definitions stay in memory: instances of a deleted one go on. */
    @Override
    public boolean isFinished() {
        return false;
    }
}
