package org.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/**
 * The store never refuses a record of the engine while it has memory. One refused record is enough for Operate to show an
 * element as active for ever: the 8.6 exporter then gives the next record the same sequence number, and Operate skips one.
 */
class StoreTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void garbageDoesNotCountAgainstItsMemory() throws IOException, InterruptedException {
        var settings = ask("/_cluster/settings?include_defaults=true&flat_settings=true");

        assertThat(settings.path("defaults")
                        .path("indices.breaker.total.use_real_memory")
                        .asText())
                .isEqualTo("false");
    }

    @Test
    void theEnginesRecordsOfOneDayAreOneShardEach() throws IOException, InterruptedException {
        var shards = ask("/_cat/shards/zeebe-record*?format=json");

        assertThat(shards)
                .isNotEmpty()
                .allSatisfy(shard -> assertThat(shard.path("shard").asText()).isEqualTo("0"));
    }

    private static JsonNode ask(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(SharedPlatform.addresses().store().resolve(path))
                .build();
        return new ObjectMapper()
                .readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }
}
