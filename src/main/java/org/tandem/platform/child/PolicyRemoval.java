package org.tandem.platform.child;

import java.util.List;
import org.opensearch.client.node.NodeClient;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.BytesRestResponse;
import org.opensearch.rest.RestRequest;

/** Answers the removal of index policies: there are none, so there is nothing to remove. */
final class PolicyRemoval extends BaseRestHandler {

    @Override
    public String getName() {
        return "tandem_policy_removal";
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(RestRequest.Method.POST, "/_plugins/_ism/remove/{index}"));
    }

    @Override
    protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
        request.param("index");
        return channel -> channel.sendResponse(new BytesRestResponse(
                RestStatus.OK, "application/json", "{\"updated_indices\":0,\"failures\":false,\"failed_indices\":[]}"));
    }
}
