package org.tandem.engine;

import java.util.List;
import org.springframework.core.env.Environment;

/** What has to be said about a Camunda that is given, so that nobody works with a default address by mistake. */
final class ExternalAddresses {
    private static final List<String> SELF_MANAGED =
            List.of("camunda.client.grpc-address", "camunda.client.rest-address");
    private static final List<String> SAAS = List.of(
            "camunda.client.cloud.cluster-id",
            "camunda.client.cloud.region",
            "camunda.client.auth.client-id",
            "camunda.client.auth.client-secret");

    private ExternalAddresses() {}

    static void require(Environment environment) {
        var saas =
                environment.getProperty("camunda.client.mode", "self-managed").equalsIgnoreCase("saas");
        var missing = (saas ? SAAS : SELF_MANAGED)
                .stream()
                        .filter(property ->
                                environment.getProperty(property, "").isBlank())
                        .toList();
        if (!missing.isEmpty()) {
            throw new EngineMisconfigured(
                    "%s is 'external', but %s is not set."
                            .formatted(EngineMode.PROPERTY, String.join(" and ", missing)),
                    "Set it, for example in application.yaml, to where your Camunda 8.8 or later is, or set %s to 'embedded'."
                            .formatted(EngineMode.PROPERTY));
        }
    }
}
