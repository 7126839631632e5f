package org.tandem.bpmn;

import java.util.ArrayList;
import java.util.List;

/** Which paths of a form's values are taken: no two fields may write the same, and only a list's own fields write into its elements. */
final class FormPaths {

    private final List<Claim> claims = new ArrayList<>();
    private List<String> list = List.of();

    enum Kind {
        FIELD,
        LIST,
        GROUP
    }

    private record Claim(List<String> path, Kind kind) {}

    /** Whether the path was free. */
    boolean claim(List<String> inside, Kind kind) {
        var path = new ArrayList<>(list);
        path.addAll(inside);
        if (claims.stream().anyMatch(other -> excludes(other, path, kind))) {
            return false;
        }
        claims.add(new Claim(path, kind));
        return true;
    }

    private boolean excludes(Claim other, List<String> path, Kind kind) {
        if (begins(path, other.path())) {
            return switch (other.kind()) {
                case FIELD -> true;
                case LIST -> !begins(list, other.path());
                case GROUP -> kind != Kind.GROUP && path.equals(other.path());
            };
        }
        return kind != Kind.GROUP && begins(other.path(), path);
    }

    private static boolean begins(List<String> path, List<String> with) {
        return path.size() >= with.size() && path.subList(0, with.size()).equals(with);
    }

    /** What is claimed meanwhile is in the elements of a list. */
    void within(List<String> path, Runnable claiming) {
        var outer = list;
        var inner = new ArrayList<>(outer);
        inner.addAll(path);
        list = inner;
        claiming.run();
        list = outer;
    }
}
