package org.tandem.engine.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.tandem.engine.DeploymentCheck;
import org.tandem.engine.Engine;
import org.tandem.engine.core.Core;
import org.tandem.engine.core.Rejection;
import org.tandem.engine.rest.http.Answer;
import org.tandem.engine.rest.http.Call;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.rest.http.Multipart;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.http.Route;
import org.tandem.engine.state.Definition;

/** Models come and go. */
final class DeploymentRoutes {

    private final Commands commands;
    private final DeploymentCheck check;

    DeploymentRoutes(Engine engine, DeploymentCheck check) {
        this.commands = new Commands(engine);
        this.check = check;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", "/v2/deployments", this::deploy, true),
                Route.of("POST", "/v2/resources/*/deletion", this::delete));
    }

    private CompletableFuture<Answer> deploy(Call call) {
        var form = Multipart.of(call);
        form.fields().forEach((name, value) -> {
            if (!name.equals("tenantId")) {
                throw Problem.invalid("There is no field '%s' in a deployment; known are resources, tenantId.", name);
            }
            Bodies.checkTenant("tenantId", value);
        });
        if (form.files().isEmpty()) {
            throw Problem.invalid("The field 'resources' is missing; it must be at least one file.");
        }
        demand(form.files());
        return deploy(form.files());
    }

    private void demand(Map<String, byte[]> files) {
        var refusals = check.refusals(files);
        if (!refusals.isEmpty()) {
            throw Rejection.invalidArgument(
                    "%s",
                    "Expected to deploy new resources, but encountered the following errors:\n"
                            + String.join("\n", refusals));
        }
    }

    private CompletableFuture<Answer> deploy(Map<String, byte[]> files) {
        return commands.ask(core -> {
            var deployment = core.deployments().deploy(files);
            var answer = Json.object()
                    .put("deploymentKey", Long.toString(deployment.key()))
                    .put("tenantId", Bodies.TENANT);
            var items = answer.putArray("deployments");
            deployment.definitions().forEach(definition -> add(items, core, definition));
            return answer;
        });
    }

    private static void add(ArrayNode items, Core core, Definition definition) {
        var key = Long.toString(definition.key());
        var item = items.addObject();
        switch (definition.kind()) {
            case PROCESS ->
                common(item.putObject("processDefinition"), definition)
                        .put("processDefinitionId", definition.id())
                        .put("processDefinitionVersion", definition.version())
                        .put("processDefinitionKey", key)
                        .remove("version");
            case DECISION ->
                common(item.putObject("decisionDefinition"), definition)
                        .put("decisionDefinitionId", definition.id())
                        .put("decisionDefinitionKey", key)
                        .put("name", definition.name())
                        .put(
                                "decisionRequirementsId",
                                core.state()
                                        .get(Definition.class, definition.requirements())
                                        .id())
                        .put("decisionRequirementsKey", Long.toString(definition.requirements()))
                        .remove("resourceName");
            case REQUIREMENTS ->
                common(item.putObject("decisionRequirements"), definition)
                        .put("decisionRequirementsId", definition.id())
                        .put("decisionRequirementsName", definition.name())
                        .put("decisionRequirementsKey", key);
            case FORM ->
                common(item.putObject("form"), definition)
                        .put("formId", definition.id())
                        .put("formKey", key);
        }
    }

    private static ObjectNode common(ObjectNode item, Definition definition) {
        return item.put("version", definition.version())
                .put("resourceName", definition.resourceName())
                .put("tenantId", Bodies.TENANT);
    }

    private CompletableFuture<Answer> delete(Call call) {
        var key = call.key();
        var body = call.body();
        Bodies.skipReference(body);
        body.end();
        return commands.run(core -> core.deployments().delete(key)).thenApply(done -> Answer.EMPTY);
    }
}
