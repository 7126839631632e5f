package org.tandem.engine.rest;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.Engine;
import org.tandem.engine.core.UserTasks.Update;
import org.tandem.engine.rest.http.Answer;
import org.tandem.engine.rest.http.Body;
import org.tandem.engine.rest.http.Call;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.http.Route;

/** What people do with their tasks. */
final class UserTaskRoutes {

    private static final int MOST_URGENT = 100;

    private final Commands commands;

    UserTaskRoutes(Engine engine) {
        this.commands = new Commands(engine);
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/v2/user-tasks/*/assignment", this::assign),
                Route.of("DELETE", "/v2/user-tasks/*/assignee", this::unassign),
                Route.of("POST", "/v2/user-tasks/*/completion", this::complete),
                Route.of("PATCH", "/v2/user-tasks/*", this::update));
    }

    private CompletableFuture<Answer> assign(Call call) {
        var key = call.key();
        var body = call.body();
        var assignee = body.optionalText("assignee");
        if (assignee == null) {
            throw body.missing("assignee", "a text");
        }
        var allowOverride = body.flagOr("allowOverride", true);
        body.optionalText("action");
        body.end();
        return commands.run(core -> core.userTasks().assign(key, assignee, allowOverride));
    }

    private CompletableFuture<Answer> unassign(Call call) {
        var key = call.key();
        return commands.run(core -> core.userTasks().unassign(key));
    }

    private CompletableFuture<Answer> complete(Call call) {
        var key = call.key();
        var body = call.body();
        var variables = body.variables();
        body.optionalText("action");
        body.end();
        return commands.run(core -> core.userTasks().complete(key, variables));
    }

    private CompletableFuture<Answer> update(Call call) {
        var key = call.key();
        var body = call.body();
        var change = body.object("changeset");
        var priority = change.optionalNumber("priority", 0, MOST_URGENT);
        var update = new Update(
                change.has("candidateGroups") ? change.texts("candidateGroups") : null,
                change.has("candidateUsers") ? change.texts("candidateUsers") : null,
                date(change, "dueDate"),
                date(change, "followUpDate"),
                priority == null ? null : priority.intValue());
        change.end();
        body.optionalText("action");
        body.end();
        if (update.equals(new Update(null, null, null, null, null))) {
            throw Problem.invalid("The field 'changeset' changes nothing; it must have one of candidateGroups,"
                    + " candidateUsers, dueDate, followUpDate, priority.");
        }
        return commands.run(core -> core.userTasks().update(key, update));
    }

    /** Empty to take the date away. */
    private static @Nullable String date(Body change, String field) {
        var text = change.optionalText(field);
        if (text == null || text.isEmpty()) {
            return text;
        }
        try {
            if (text.endsWith("]")) {
                return ZonedDateTime.parse(text).toString();
            }
            OffsetDateTime.parse(text);
            return text;
        } catch (DateTimeException noDate) {
            throw change.wrong(
                    field,
                    Objects.requireNonNull(change.get(field)),
                    "a date and time with offset, such as \"2025-06-30T12:00:00Z\", or empty");
        }
    }
}
