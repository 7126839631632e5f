package org.tandem.platform.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    private final Search search = new Search(filter -> List.of(
            task("9", "Check", "2026-01-01T10:00:00Z", 50, "[\"general\"]"),
            task("10", "Answer", "2026-01-01T09:00:00.500Z", 80, "[\"payments\",\"care\"]"),
            task("11", "Call", null, 20, "[]")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"userTaskKey":"10"}                                            | 10
            {"name":{"$like":"C*"}}                                         | 9,11
            {"name":{"$in":["Check","Answer"]}}                             | 9,10
            {"name":{"$notIn":["Check","Answer"]}}                          | 11
            {"name":{"$neq":"Call"}}                                        | 9,10
            {"dueDate":{"$exists":false}}                                   | 11
            {"dueDate":{"$lte":"2026-01-01T10:30:00+01:00"}}                | 10
            {"dueDate":{"$gt":"2026-01-01T09:00:00Z","$lt":"2026-01-02T00:00:00Z"}} | 9,10
            {"priority":{"$gte":50}}                                        | 9,10
            {"candidateGroup":"care"}                                       | 10
            {"$or":[{"name":"Call"},{"priority":50}]}                       | 9,11
            {"name":{"$in":[],"$like":null},"tags":[],"$or":[],"variables":{}} | 9,10,11
            """)
    void aFilterMeansWhatItMeansIn88(String filter, String keys) {
        assertThat(found("{\"filter\":" + filter + "}")).isEqualTo(keys);
    }

    @Test
    void theOrderIsTheOneAskedForWithMissingValuesLast() {
        assertThat(found("{\"sort\":[{\"field\":\"dueDate\",\"order\":\"ASC\"}]}"))
                .isEqualTo("10,9,11");
        assertThat(found("{\"sort\":[{\"field\":\"dueDate\",\"order\":\"DESC\"}]}"))
                .isEqualTo("9,10,11");
        assertThat(found("{\"sort\":[{\"field\":\"userTaskKey\",\"order\":\"DESC\"}]}"))
                .isEqualTo("11,10,9");
    }

    @Test
    void onePageFollowsTheOther() {
        var first = answer("{\"page\":{\"limit\":2}}");
        var cursor = first.path("page").path("endCursor").asText();
        var second = answer("{\"page\":{\"limit\":2,\"after\":\"" + cursor + "\"}}");

        assertThat(keys(first)).isEqualTo("9,10");
        assertThat(first.path("page").path("totalItems").asInt()).isEqualTo(3);
        assertThat(keys(second)).isEqualTo("11");
        assertThat(keys(answer("{\"page\":{\"limit\":2,\"before\":\"2\"}}"))).isEqualTo("9,10");
        assertThat(keys(answer("{\"page\":{\"from\":1,\"limit\":1}}"))).isEqualTo("10");
    }

    @Test
    void aFilterThatCannotBeAnsweredIsRefusedByItsName() {
        assertThatThrownBy(() -> found("{\"filter\":{\"batchOperationId\":\"1\"}}"))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("batchOperationId");
    }

    private String found(String request) {
        return keys(answer(request));
    }

    private JsonNode answer(String request) {
        return search.answer(Json.read(request.getBytes(StandardCharsets.UTF_8)));
    }

    private static String keys(JsonNode answer) {
        return String.join(
                ",",
                StreamSupport.stream(answer.path("items").spliterator(), false)
                        .map(item -> item.path("userTaskKey").asText())
                        .toList());
    }

    private static ObjectNode task(String key, String name, @Nullable String due, int priority, String groups) {
        var task = Json.object()
                .put("userTaskKey", key)
                .put("name", name)
                .put("dueDate", due)
                .put("priority", priority);
        task.set("candidateGroups", Json.read(groups.getBytes(StandardCharsets.UTF_8)));
        return task;
    }
}
