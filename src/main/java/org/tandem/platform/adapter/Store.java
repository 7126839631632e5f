package org.tandem.platform.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The store behind Operate and Tasklist, asked directly for what their APIs leave out. */
record Store(Upstream upstream, URI address) {

    /** The hits of a search; none where the index does not exist yet. */
    JsonNode search(String indices, JsonNode body) {
        var path = "/" + indices + "/_search?ignore_unavailable=true&allow_no_indices=true";
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.write(body)));
        var response = upstream.exchange(request, BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw new UpstreamFailure("The store answered " + response.statusCode() + " for " + indices);
        }
        return Json.read(response.body()).path("hits").path("hits");
    }

    /** Shows what has been written to these indices: each refreshes at its own moment, so they may differ for a while. */
    void refresh(String indices) {
        upstream.exchange(
                HttpRequest.newBuilder(address.resolve("/" + indices + "/_refresh"))
                        .POST(BodyPublishers.noBody()),
                BodyHandlers.discarding());
    }
}
