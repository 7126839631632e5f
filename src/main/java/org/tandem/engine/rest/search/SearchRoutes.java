package org.tandem.engine.rest.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.tandem.engine.rest.http.Answer;
import org.tandem.engine.rest.http.Body;
import org.tandem.engine.rest.http.Call;
import org.tandem.engine.rest.http.Problem;
import org.tandem.engine.rest.http.Route;

/** Everything of the API that only reads. */
public final class SearchRoutes {

    private final DataSource data;
    private final ElementNames names = new ElementNames();
    private final List<Route> routes = new ArrayList<>();

    private SearchRoutes(DataSource data) {
        this.data = data;
        collection("process-definitions", DefinitionCollections.PROCESS_DEFINITIONS);
        collection("decision-definitions", DefinitionCollections.DECISION_DEFINITIONS);
        collection("decision-requirements", DefinitionCollections.DECISION_REQUIREMENTS);
        collection("process-instances", InstanceCollections.PROCESS_INSTANCES);
        collection("element-instances", InstanceCollections.ELEMENT_INSTANCES);
        collection("incidents", IncidentCollection.INCIDENTS);
        collection("user-tasks", WorkCollections.USER_TASKS);
        search("jobs", WorkCollections.JOBS);
        search("decision-instances", DefinitionCollections.DECISION_INSTANCES);
        search("message-subscriptions", MessageCollections.SUBSCRIPTIONS);
        search("correlated-message-subscriptions", MessageCollections.CORRELATIONS);
        post("variables/search", (reading, call) -> search(reading, variables(call), call.body(), null));
        get("variables/*", this::variable);
        get("decision-instances/*", this::decision);
        get("process-definitions/*/xml", (reading, call) -> Files.xml(reading, call.key(), "PROCESS", "id"));
        get(
                "decision-definitions/*/xml",
                (reading, call) -> Files.xml(reading, call.key(), "DECISION", "requirements"));
        get("decision-requirements/*/xml", (reading, call) -> Files.xml(reading, call.key(), "REQUIREMENTS", "id"));
        get("process-definitions/*/form", this::startForm);
        get("user-tasks/*/form", this::form);
        get("resources/*", (reading, call) -> Files.resource(reading, call.key()));
        get("resources/*/content", (reading, call) -> Files.content(reading, call.key()));
        post("process-definitions/*/statistics/element-instances", this::definitionStatistics);
        get("process-instances/*/statistics/element-instances", this::instanceStatistics);
        get("process-instances/*/sequence-flows", this::sequenceFlows);
        get("process-instances/*/call-hierarchy", this::callHierarchy);
        post("process-instances/*/incidents/search", this::incidents);
        post("user-tasks/*/variables/search", this::taskVariables);
    }

    public static List<Route> of(DataSource data) {
        return new SearchRoutes(data).routes;
    }

    private interface Read {
        Answer answer(Reading reading, Call call);
    }

    private void collection(String path, Collection collection) {
        search(path, collection);
        get(path + "/*", (reading, call) -> Answer.json(existing(reading, collection, call.key())));
    }

    private void search(String path, Collection collection) {
        post(path + "/search", (reading, call) -> search(reading, collection, call.body(), null));
    }

    private void get(String path, Read read) {
        routes.add(Route.reading("GET", "/v2/" + path, reading(read)));
    }

    private void post(String path, Read read) {
        routes.add(Route.reading("POST", "/v2/" + path, reading(read)));
    }

    private Function<Call, Answer> reading(Read read) {
        return call -> Reading.of(data, names, reading -> read.answer(reading, call));
    }

    private static Answer search(Reading reading, Collection collection, Body request, @Nullable Sql within) {
        return Answer.json(new Search(collection, reading).answer(request, within));
    }

    private static ObjectNode existing(Reading reading, Collection collection, long key) {
        return new Search(collection, reading)
                .get(Sql.of(collection.id() + " = ?", key))
                .orElseThrow(() -> Problem.notFound("There is no %s with the key '%d'.", collection.what(), key));
    }

    private static Collection variables(Call call) {
        return "false".equals(call.query("truncateValues"))
                ? VariableCollections.WHOLE_VARIABLES
                : VariableCollections.VARIABLES;
    }

    private Answer variable(Reading reading, Call call) {
        var variable = existing(reading, VariableCollections.WHOLE_VARIABLES, call.key());
        return Answer.json(variable.without("isTruncated"));
    }

    private Answer decision(Reading reading, Call call) {
        return new Search(DefinitionCollections.WHOLE_DECISION_INSTANCES, reading)
                .get(DecisionKeys.sql("The key in the path", call.parameter()))
                .map(Answer::json)
                .orElseThrow(
                        () -> Problem.notFound("There is no decision instance with the key '%s'.", call.parameter()));
    }

    private Answer startForm(Reading reading, Call call) {
        existing(reading, DefinitionCollections.PROCESS_DEFINITIONS, call.key());
        return Files.startForm(reading, call.key());
    }

    private Answer form(Reading reading, Call call) {
        existing(reading, WorkCollections.USER_TASKS, call.key());
        return Files.taskForm(reading, call.key());
    }

    private Answer definitionStatistics(Reading reading, Call call) {
        existing(reading, DefinitionCollections.PROCESS_DEFINITIONS, call.key());
        var body = call.body();
        var filter = body.object("filter");
        body.end();
        var instances = InstanceCollections.PROCESS_INSTANCES;
        var where = new Search(instances, reading).where(filter, Sql.of("pi.definition = ?", call.key()));
        var keys = reading.list(
                Sql.of("select pi.id from " + instances.from(where.text()) + " where ")
                        .add(where),
                found -> found.getLong(1));
        var which = Sql.among("e.process_instance", keys);
        return Answer.json(Histories.statistics(reading, which));
    }

    private Answer instanceStatistics(Reading reading, Call call) {
        existing(reading, InstanceCollections.PROCESS_INSTANCES, call.key());
        return Answer.json(Histories.statistics(reading, Sql.of("e.process_instance = ?", call.key())));
    }

    private Answer sequenceFlows(Reading reading, Call call) {
        existing(reading, InstanceCollections.PROCESS_INSTANCES, call.key());
        return Answer.json(Histories.sequenceFlows(reading, call.key()));
    }

    private Answer callHierarchy(Reading reading, Call call) {
        existing(reading, InstanceCollections.PROCESS_INSTANCES, call.key());
        return Answer.json(Histories.callers(reading, call.key()));
    }

    private Answer incidents(Reading reading, Call call) {
        existing(reading, InstanceCollections.PROCESS_INSTANCES, call.key());
        var family = Sql.among("ic.process_instance", Families.of(reading, call.key()));
        return search(reading, IncidentCollection.INCIDENTS, call.body(), family);
    }

    private Answer taskVariables(Reading reading, Call call) {
        var task = existing(reading, WorkCollections.USER_TASKS, call.key());
        var visible = Histories.visible(
                reading,
                task.path("elementInstanceKey").asLong(),
                task.path("processInstanceKey").asLong());
        return search(reading, variables(call), call.body(), Sql.among("v.id", visible));
    }
}
