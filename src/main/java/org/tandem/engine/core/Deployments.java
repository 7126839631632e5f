package org.tandem.engine.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.bpmn.Behaviour.Binding;
import org.tandem.bpmn.Behaviour.Trigger;
import org.tandem.bpmn.DeployableFiles;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.Definition.Kind;
import org.tandem.engine.state.ElementInstance;

/** Brings in new versions of processes, decisions and forms, and finds the one that is meant. */
public final class Deployments {

    private final Core core;
    private final Resources resources;

    Deployments(Core core, DeployableFiles files) {
        this.core = core;
        this.resources = new Resources(core.decisions().dmn(), files);
    }

    /** What a deployment is about; what has not changed is there in the version it had. */
    public record Deployment(long key, List<Definition> definitions) {}

    /**
     * Deploys files together, by name. When nothing has changed nothing is deployed anew; when one has, all get a new version, so that
     * they find each other.
     *
     * @throws Rejection when one cannot be read or has something that this engine does not do
     */
    public Deployment deploy(Map<String, byte[]> files) {
        var read = resources.read(files);
        var deployment = core.state().newKey();
        if (read.stream().allMatch(this::isKnown)) {
            return new Deployment(
                    deployment,
                    read.stream()
                            .map(resource -> latest(resource.kind(), resource.id()))
                            .toList());
        }
        var graphs = new HashMap<String, Long>();
        var made = new ArrayList<Definition>();
        for (var resource : read) {
            var old = core.state().latest(resource.kind(), resource.id());
            var definition = core.state()
                    .put(new Definition(
                            core.state().newKey(),
                            resource.kind(),
                            resource.id(),
                            resource.name(),
                            nextVersion(resource.kind(), resource.id()),
                            resource.versionTag(),
                            resource.file(),
                            resource.kind() == Kind.DECISION ? null : resource.text(),
                            resource.checksum(),
                            deployment,
                            resource.kind() == Kind.DECISION ? graphs.getOrDefault(resource.file(), 0L) : 0,
                            core.now(),
                            0));
            made.add(definition);
            if (resource.kind() == Kind.REQUIREMENTS) {
                graphs.put(resource.file(), definition.key());
            }
            if (resource.kind() == Kind.PROCESS) {
                if (old != null) {
                    core.timers().stopStartEvents(old);
                }
                startEvents(definition);
            }
        }
        return new Deployment(deployment, made);
    }

    /** What start events wait for is evaluated now, without any variables; where that fails nothing is deployed. */
    private void startEvents(Definition process) {
        try {
            for (var start : core.models().process(process).startsOf(null)) {
                switch (Events.triggerOf(start)) {
                    case Trigger.Message message -> core.feel().text(message.name(), Feel.NOWHERE);
                    case Trigger.Signal signal -> core.feel().text(signal.name(), Feel.NOWHERE);
                    case null -> {}
                    default -> {}
                }
            }
            core.timers().startEvents(process);
        } catch (Failure failed) {
            throw Rejection.invalidArgument("%s", "'%s': %s".formatted(process.resourceName(), failed.getMessage()));
        }
    }

    private boolean isKnown(Resources.Resource resource) {
        var known = core.state().latest(resource.kind(), resource.id());
        return known != null && known.checksum().equals(resource.checksum());
    }

    private Definition latest(Kind kind, String id) {
        return java.util.Objects.requireNonNull(core.state().latest(kind, id));
    }

    /** Versions are never used twice, those of deleted ones neither. */
    private int nextVersion(Kind kind, String id) {
        return core.state().all(Definition.class).stream()
                        .filter(other -> other.kind() == kind && other.id().equals(id))
                        .mapToInt(Definition::version)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** Takes a definition out of use; not a process that still runs. Of decisions the whole graph goes. */
    public void delete(long resourceKey) {
        var found = core.state().find(Definition.class, resourceKey);
        if (found == null || found.isDeleted()) {
            throw Rejection.notFound("Expected to delete resource but no resource found with key '%d'", resourceKey);
        }
        if (found.kind() == Kind.DECISION) {
            throw Rejection.notFound(
                    "Expected to delete resource but '%d' is a decision: delete its requirements graph '%d'",
                    resourceKey, found.requirements());
        }
        if (found.kind() == Kind.PROCESS && isRunning(found.key())) {
            throw Rejection.invalidState(
                    "Expected to delete process definition with key '%d', but it has running instances; cancel them or wait for their end",
                    resourceKey);
        }
        core.state().put(found.deleted(core.now()));
        for (var decision : core.state().deployedTogether(found.deployment())) {
            if (decision.requirements() == found.key()) {
                core.state().put(decision.deleted(core.now()));
            }
        }
        if (found.kind() == Kind.PROCESS) {
            core.timers().stopStartEvents(found);
            var next = core.state().latest(Kind.PROCESS, found.id());
            if (next != null && next.version() < found.version()) {
                core.timers().startEvents(next);
            }
        }
    }

    private boolean isRunning(long process) {
        return core.state().all(ElementInstance.class).stream()
                .anyMatch(instance -> instance.isProcess() && instance.isActive() && instance.definition() == process);
    }

    /** A process by id, in a version or (0 or less) the latest. */
    public Definition process(String id, int version) {
        return core.state().versions(Kind.PROCESS, id).stream()
                .filter(process -> version <= 0 || process.version() == version)
                .reduce((first, second) -> second)
                .orElseThrow(() -> Rejection.notFound(
                        "Expected to find process definition with process ID '%s'%s, but none found",
                        id, version <= 0 ? "" : " and version '" + version + "'"));
    }

    public Definition process(long key) {
        var found = core.state().find(Definition.class, key);
        if (found == null || found.kind() != Kind.PROCESS || found.isDeleted()) {
            throw Rejection.notFound("Expected to find process definition with key '%d', but none found", key);
        }
        return found;
    }

    /** The definition that an element refers to. */
    Definition bound(
            Kind kind, String id, Binding binding, @Nullable String versionTag, ElementInstance from, String error) {
        var found = switch (binding) {
            case LATEST -> core.state().latest(kind, id);
            case DEPLOYMENT -> {
                var deployment =
                        core.state().get(Definition.class, from.definition()).deployment();
                yield core.state().deployedTogether(deployment).stream()
                        .filter(other -> other.kind() == kind && other.id().equals(id))
                        .findFirst()
                        .orElse(null);
            }
            case VERSION_TAG ->
                core.state().versions(kind, id).stream()
                        .filter(other -> versionTag != null && versionTag.equals(other.versionTag()))
                        .reduce((first, second) -> second)
                        .orElse(null);
        };
        if (found == null) {
            throw new Failure(
                    error,
                    "Expected to find %s with id '%s'%s, but none was found"
                            .formatted(words(kind), id, words(binding, versionTag)));
        }
        return found;
    }

    private static String words(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String words(Binding binding, @Nullable String versionTag) {
        return switch (binding) {
            case LATEST -> "";
            case DEPLOYMENT -> " deployed together with the process";
            case VERSION_TAG -> " and version tag '%s'".formatted(versionTag);
        };
    }
}
