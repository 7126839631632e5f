package org.tandem.engine.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.core.Core;
import org.tandem.engine.core.Instances.NewInstance;
import org.tandem.engine.rest.http.Body;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.state.Definition;
import org.tandem.engine.state.ElementInstance;
import org.tandem.engine.state.JsonValue;

/** A process instance that a client wants to have, of a definition named by its key, or by its id and perhaps a version. */
record Creation(
        @Nullable Long key,
        @Nullable String id,
        int version,
        Map<String, JsonValue> variables,
        List<String> starts,
        List<String> tags) {

    private static final int MOST_TAGS = 10;
    private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9_:.-]{0,99}");

    static Creation read(Body body) {
        var key = body.optionalKey("processDefinitionKey");
        var id = body.optionalText("processDefinitionId");
        var version = body.numberOr("processDefinitionVersion", -1, Integer.MAX_VALUE, -1);
        if (key == null && (id == null || id.isEmpty())) {
            throw body.missing("processDefinitionId", "a text, unless 'processDefinitionKey' is there");
        }
        if (key != null && id != null && !id.isEmpty()) {
            throw Problem.invalid("Only one of 'processDefinitionId' and 'processDefinitionKey' can be given.");
        }
        if (!body.objects("runtimeInstructions").isEmpty()) {
            throw Problem.notHere("Ending a process instance after an element (field 'runtimeInstructions')");
        }
        var starts = body.objects("startInstructions").stream()
                .map(start -> {
                    var element = start.text("elementId");
                    start.end();
                    return element;
                })
                .toList();
        Bodies.checkTenant(body);
        Bodies.skipReference(body);
        return new Creation(key, id, (int) version, body.variables(), starts, tags(body));
    }

    private static List<String> tags(Body body) {
        var tags = body.texts("tags").stream().distinct().toList();
        if (tags.size() > MOST_TAGS) {
            throw Problem.invalid("The field 'tags' has %d tags; at most %d are allowed.", tags.size(), MOST_TAGS);
        }
        for (var tag : tags) {
            if (!TAG.matcher(tag).matches()) {
                throw Problem.invalid(
                        "The tag \"%s\" must begin with a letter and have at most 100 letters, digits and _ - : . only.",
                        tag);
            }
        }
        return tags;
    }

    Definition process(Core core) {
        return key != null
                ? core.deployments().process(key)
                : core.deployments().process(String.valueOf(id), version);
    }

    ElementInstance create(Core core) {
        return core.instances().create(new NewInstance(process(core), variables, starts, tags));
    }

    ObjectNode answer(Definition process, ElementInstance instance) {
        var answer = Json.object()
                .put("processDefinitionId", process.id())
                .put("processDefinitionVersion", process.version())
                .put("processDefinitionKey", Long.toString(process.key()))
                .put("processInstanceKey", Long.toString(instance.key()))
                .put("tenantId", Bodies.TENANT);
        var all = answer.putArray("tags");
        tags.forEach(all::add);
        answer.putObject("variables");
        return answer;
    }
}
