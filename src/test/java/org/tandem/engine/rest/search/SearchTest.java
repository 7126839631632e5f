package org.tandem.engine.rest.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tandem.engine.rest.http.Body;
import org.tandem.engine.rest.http.Json;
import org.tandem.engine.state.Variable;

/** Filters, sorting and paging as SQL, on rows put in directly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {

    private static final int INSTANCES = 40;

    private final ElementNames names = new ElementNames();
    private DataSource data = new DriverManagerDataSource();

    /** The database to search; another one for another product. */
    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:search;DB_CLOSE_DELAY=-1", "sa", "");
    }

    @BeforeAll
    void fill() throws SQLException {
        data = database();
        Flyway.configure()
                .dataSource(data)
                .locations("classpath:db/engine")
                .load()
                .migrate();
        try (var connection = data.getConnection();
                var insert = connection.createStatement()) {
            insert.execute("insert into definition values (1, 'PROCESS', 'first', 'First', 1, null, 'a.bpmn',"
                    + " '<definitions><task id=\"a\" name=\"Zebra\"/><task id=\"b\" name=\"Ape\"/></definitions>',"
                    + " 'x', 1, null, 5, null)");
            insert.execute("insert into definition values (2, 'PROCESS', 'second', 'Second', 2, 'stable', 'b.bpmn',"
                    + " '<definitions><task id=\"a\" name=\"Cow\"/></definitions>', 'x', 1, null, 5, null)");
            for (int i = 1; i <= INSTANCES; i++) {
                var key = 100 + i;
                var ended = i % 3 == 0 ? "null" : Integer.toString(5_000 + i % 7);
                insert.execute(String.format(
                        Locale.ROOT,
                        "insert into process_instance values (%d, %d, %s, null, %d, %s, '%s', null, '{\"start\":{\"tags\":[\"t%d\"]}}')",
                        key,
                        1 + i % 2,
                        i == 40 ? "101" : "null",
                        1_000 + i % 5,
                        ended,
                        i % 3 == 0 ? "ACTIVE" : i % 3 == 1 ? "COMPLETED" : "TERMINATED",
                        i % 4));
                insert.execute(String.format(
                        Locale.ROOT,
                        "insert into element_instance values (%d, '%s', 'USER_TASK', %d, %d, %d, 0, %d, %s, '%s', null, null, null)",
                        200 + i,
                        i % 4 == 0 ? "b" : "a",
                        key,
                        key,
                        1 + i % 2,
                        1_000 + i,
                        ended,
                        i % 3 == 0 ? "ACTIVE" : "COMPLETED"));
                insert.execute(String.format(
                        Locale.ROOT,
                        "insert into user_task values (%d, %d, %d, '%s', %s, '%s', '[]', null, %s, null, null, %d, null, null, %d, %s, null)",
                        300 + i,
                        200 + i,
                        key,
                        i % 3 == 0 ? "CREATED" : "COMPLETED",
                        i % 2 == 0 ? "null" : "'agent_" + i % 4 + "'",
                        i % 5 == 0 ? "[\"a.b\",\"say \\\"hi\\\"\"]" : "[\"a-b\",\"c\"]",
                        i % 6 == 0 ? "null" : Integer.toString(9_000 - i),
                        i % 10,
                        1_000 + i,
                        ended));
                variable(insert, 400 + i, key, "number", Integer.toString(i % 8));
                variable(insert, 700 + i, key, i % 4 == 0 ? 200 + i : key, "shared", "1");
                variable(insert, 500 + i, key, "text", "\"50% _" + i + "\"");
            }
            insert.execute(
                    "insert into incident values (600, 'JOB_NO_RETRIES', 'broke', 240, 140, null, 'JOB', 3000, null)");
        }
    }

    private static void variable(Statement insert, int key, int instance, String name, String json)
            throws SQLException {
        variable(insert, key, instance, instance, name, json);
    }

    private static void variable(Statement insert, int key, int instance, int scope, String name, String json)
            throws SQLException {
        insert.execute("insert into variable values (%d, %d, %d, '%s', %d, '%s')"
                .formatted(key, scope, instance, name, Variable.hash(name, json), json));
    }

    private JsonNode search(Collection collection, String request) {
        var body = Body.of(Json.read(request.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        return Reading.of(data, names, reading -> new Search(collection, reading).answer(body, null));
    }

    @ParameterizedTest
    @CsvSource({"39, 39, true", "40, 40, false", "41, 40, false"})
    void aSearchIsCountedSoFarAndSaysWhetherThereIsMore(int mostCounted, int total, boolean more) {
        var body = Body.of(Json.read("{\"page\":{\"limit\":7}}".getBytes(StandardCharsets.UTF_8)));
        var page = Reading.of(
                        data,
                        names,
                        reading -> new Search(InstanceCollections.PROCESS_INSTANCES, reading, mostCounted)
                                .answer(body, null))
                .path("page");

        assertThat(page.path("totalItems").asInt()).isEqualTo(total);
        assertThat(page.path("hasMoreTotalItems").asBoolean()).isEqualTo(more);
    }

    private static List<Long> keys(JsonNode answer, String field) {
        var keys = new ArrayList<Long>();
        answer.path("items").forEach(item -> keys.add(item.path(field).asLong()));
        return keys;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                                     | 40
                    {'state':'ACTIVE'}                                                     | 13
                    {'state':{'$neq':'ACTIVE'}}                                            | 27
                    {'state':{'$in':['ACTIVE','COMPLETED']}}                               | 27
                    {'state':{'$notIn':['ACTIVE','COMPLETED']}}                            | 13
                    {'state':{'$like':'*ED'}}                                              | 27
                    {'processInstanceKey':'101'}                                           | 1
                    {'processInstanceKey':101}                                             | 1
                    {'processInstanceKey':{'$in':['101','102','999']}}                     | 2
                    {'processInstanceKey':{'$gt':'138'}}                                   | 2
                    {'processDefinitionId':'second'}                                       | 20
                    {'processDefinitionId':{'$like':'?irst'}}                              | 20
                    {'processDefinitionName':{'$like':'*con*'},'processDefinitionVersion':2} | 20
                    {'processDefinitionVersion':{'$lt':2}}                                 | 20
                    {'processDefinitionVersionTag':'stable'}                               | 20
                    {'processDefinitionVersionTag':{'$neq':'stable'}}                      | 20
                    {'processDefinitionVersionTag':{'$exists':false}}                      | 20
                    {'parentProcessInstanceKey':{'$exists':true}}                          | 1
                    {'parentProcessInstanceKey':{'$neq':'101'}}                            | 39
                    {'hasIncident':true}                                                   | 2
                    {'hasIncident':false}                                                  | 38
                    {'endDate':{'$exists':false}}                                          | 13
                    {'endDate':{'$gte':'1970-01-01T00:00:05.003Z'}}                        | 15
                    {'startDate':'1970-01-01T01:00:01.003+01:00'}                          | 8
                    {'startDate':{'$gt':'1970-01-01T00:00:01.001Z','$lte':'1970-01-01T00:00:01.003Z'}} | 16
                    {'tags':['t3']}                                                        | 10
                    {'tags':['t3','t2']}                                                   | 0
                    {'elementId':'b'}                                                      | 10
                    {'elementId':'b','elementInstanceState':'ACTIVE'}                      | 3
                    {'elementId':{'$neq':'a'}}                                             | 10
                    {'errorMessage':'broke'}                                               | 1
                    {'hasElementInstanceIncident':true}                                    | 0
                    {'variables':[{'name':'number','value':'3'}]}                          | 5
                    {'variables':[{'name':'number','value':'3'}],'state':'ACTIVE'}         | 2
                    {'variables':[{'name':'number','value':{'$in':['3','4']}}]}            | 10
                    {'variables':[{'name':'number','value':{'$exists':false}}]}            | 0
                    {'variables':[{'name':'shared','value':'1'}]}                          | 30
                    {'variables':[{'name':'shared','value':'1'}],'state':'ACTIVE'}         | 10
                    {'variables':[{'name':'none','value':{'$exists':false}}]}              | 40
                    {'variables':[{'name':'text','value':{'$like':'*50% _1?\\"'}}]}        | 10
                    {'variables':[{'name':'text','value':'\\"50% _7\\"'},{'name':'number','value':7}]} | 1
                    {'$or':[{'state':'ACTIVE'},{'processInstanceKey':'101'}]}              | 14
                    {'$or':[{'state':'ACTIVE'},{'processInstanceKey':'101'}],'processDefinitionId':'second'} | 8
                    {'$or':[{'elementId':'b'},{'variables':[{'name':'number','value':'3'}]}]} | 15
                    {'tenantId':'<default>'}                                               | 40
                    {'tenantId':{'$neq':'<default>'}}                                      | 0
                    """)
    void filtersFindWhatFits(String filter, int expected) {
        var answer = search(InstanceCollections.PROCESS_INSTANCES, "{'filter':" + filter + ",'page':{'limit':7}}");

        assertThat(answer.path("page").path("totalItems").asInt()).isEqualTo(expected);
        assertThat(answer.path("items").size()).isEqualTo(Math.min(7, expected));
        assertThat(answer.path("page").path("hasMoreTotalItems").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {'candidateGroup':'a.b'}                              | 8
                    {'candidateGroup':'say \\"hi\\"'}                     | 8
                    {'candidateGroup':{'$neq':'a.b'}}                     | 32
                    {'candidateGroup':{'$in':['a.b','c']}}                | 40
                    {'candidateGroup':{'$like':'a?b'}}                    | 40
                    {'candidateGroup':{'$like':'a.*'}}                    | 8
                    {'candidateGroup':{'$like':'*hi*'}}                   | 8
                    {'candidateGroup':{'$like':'a*c'}}                    | 0
                    {'candidateUser':{'$exists':true}}                    | 0
                    {'assignee':'agent_1'}                                | 10
                    {'assignee':{'$like':'agent?_1'}}                     | 0
                    {'assignee':{'$like':'agent\\\\_1'}}                  | 10
                    {'assignee':{'$like':'a*_1'}}                         | 10
                    {'assignee':{'$exists':false}}                        | 20
                    {'assignee':{'$neq':'agent_1'}}                       | 30
                    {'assignee':{'$notIn':['agent_1','agent_3']}}         | 20
                    {'state':'CREATED'}                                   | 13
                    {'state':'FAILED'}                                    | 0
                    {'name':'Zebra'}                                      | 10
                    {'name':'Cow'}                                        | 20
                    {'name':'Ape'}                                        | 10
                    {'priority':{'$gte':5,'$lt':7}}                       | 8
                    {'elementInstanceKey':'207'}                          | 1
                    {'dueDate':{'$exists':false}}                         | 6
                    {'processInstanceVariables':[{'name':'number','value':'3'}]} | 5
                    {'localVariables':[{'name':'number','value':'3'}]}    | 0
                    {'localVariables':[{'name':'shared','value':'1'}]}    | 10
                    """)
    void tasksAreFound(String filter, int expected) {
        var answer = search(WorkCollections.USER_TASKS, "{'filter':" + filter + "}");

        assertThat(answer.path("page").path("totalItems").asInt()).isEqualTo(expected);
        assertThat(answer.path("items").size()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'field':'startDate','order':'DESC'}]",
                "[{'field':'endDate'}]",
                "[{'field':'endDate','order':'desc'},{'field':'startDate','order':'ASC'}]",
                "[{'field':'processDefinitionVersionTag'},{'field':'endDate','order':'DESC'}]",
                "[{'field':'state','order':'DESC'},{'field':'processDefinitionId'}]",
                "[{'field':'hasIncident','order':'DESC'},{'field':'tenantId'}]",
                "[{'field':'parentProcessInstanceKey','order':'DESC'}]",
            })
    void pagesForwardsAndBackwardsAreTheWhole(String sort) {
        var whole = keys(search(InstanceCollections.PROCESS_INSTANCES, "{'sort':" + sort + "}"), "processInstanceKey");
        assertThat(whole).hasSize(INSTANCES).doesNotHaveDuplicates();

        var forwards = new ArrayList<Long>();
        var page = search(InstanceCollections.PROCESS_INSTANCES, "{'sort':" + sort + ",'page':{'limit':7}}");
        var last = page;
        while (!page.path("items").isEmpty()) {
            forwards.addAll(keys(page, "processInstanceKey"));
            assertThat(page.path("page").path("totalItems").asInt()).isEqualTo(INSTANCES);
            last = page;
            page = search(
                    InstanceCollections.PROCESS_INSTANCES,
                    "{'sort':" + sort + ",'page':{'limit':7,'after':'"
                            + page.path("page").path("endCursor").asText() + "'}}");
        }
        assertThat(forwards).isEqualTo(whole);

        var backwards = new ArrayList<>(keys(last, "processInstanceKey"));
        page = last;
        while (!page.path("items").isEmpty()) {
            page = search(
                    InstanceCollections.PROCESS_INSTANCES,
                    "{'sort':" + sort + ",'page':{'limit':6,'before':'"
                            + page.path("page").path("startCursor").asText() + "'}}");
            backwards.addAll(0, keys(page, "processInstanceKey"));
        }
        assertThat(backwards).isEqualTo(whole);
        assertThat(keys(
                        search(
                                InstanceCollections.PROCESS_INSTANCES,
                                "{'sort':" + sort + ",'page':{'from':5,'limit':9}}"),
                        "processInstanceKey"))
                .isEqualTo(whole.subList(5, 14));
    }

    @Test
    void theKeyMayBeNamedAsTheLastThingToSortBy() {
        var sort = "'sort':[{'field':'startDate','order':'DESC'},{'field':'processInstanceKey','order':'DESC'}]";

        var found = keys(
                search(
                        InstanceCollections.PROCESS_INSTANCES,
                        "{'filter':{'processDefinitionId':'first'}," + sort + ",'page':{'limit':7}}"),
                "processInstanceKey");

        assertThat(found).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void missingValuesComeLast() {
        for (var order : List.of("ASC", "DESC")) {
            var items = search(
                            InstanceCollections.PROCESS_INSTANCES,
                            "{'sort':[{'field':'endDate','order':'" + order + "'}]}")
                    .path("items");
            assertThat(items.get(0).path("endDate").isNull()).isFalse();
            assertThat(items.get(INSTANCES - 1).path("endDate").isNull()).isTrue();
        }
    }

    @Test
    void namesAreSortedAsTheyAreShown() {
        var shown = new ArrayList<String>();
        search(WorkCollections.USER_TASKS, "{'sort':[{'field':'name','order':'DESC'}]}")
                .path("items")
                .forEach(task -> shown.add(task.path("name").asText()));

        assertThat(shown).hasSize(INSTANCES).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(shown).contains("Zebra", "Cow", "Ape");
    }

    /** Everything that is declared is at least SQL that the database understands. */
    @Test
    void everythingCanBeSortedByWhatIsDeclared() {
        var all = List.of(
                InstanceCollections.PROCESS_INSTANCES,
                InstanceCollections.ELEMENT_INSTANCES,
                IncidentCollection.INCIDENTS,
                VariableCollections.VARIABLES,
                VariableCollections.WHOLE_VARIABLES,
                WorkCollections.USER_TASKS,
                WorkCollections.JOBS,
                DefinitionCollections.PROCESS_DEFINITIONS,
                DefinitionCollections.DECISION_DEFINITIONS,
                DefinitionCollections.DECISION_REQUIREMENTS,
                DefinitionCollections.DECISION_INSTANCES,
                MessageCollections.SUBSCRIPTIONS,
                MessageCollections.CORRELATIONS);
        for (var collection : all) {
            for (var field : collection.sorts()) {
                var sort = "{'sort':[{'field':'" + field + "','order':'DESC'}],'page':{'limit':3}}";
                var first = search(collection, sort);
                var cursor = first.path("page").path("endCursor");
                if (cursor.isTextual()) {
                    search(collection, sort.replace("'limit':3", "'limit':3,'after':'" + cursor.asText() + "'"));
                    search(collection, sort.replace("'limit':3", "'limit':3,'before':'" + cursor.asText() + "'"));
                }
            }
            for (var filter : collection.filters().entrySet()) {
                if (filter.getValue() instanceof Comparison comparison) {
                    var exists = comparison.field().kind() == Field.Kind.FLAG ? "true" : "{'$exists':true}";
                    search(collection, "{'filter':{'" + filter.getKey() + "':" + exists + "}}");
                }
            }
        }
    }
}
