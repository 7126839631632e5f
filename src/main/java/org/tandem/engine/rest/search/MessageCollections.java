package org.tandem.engine.rest.search;

/** Who waits for messages, and who got them. */
final class MessageCollections {

    static final Collection SUBSCRIPTIONS = Collection.of(
                    "message subscription", "subscription ms", "messageSubscriptionKey", "ms.id")
            .joinDefinition("pd", "ms.definition")
            .base("ms.kind = 'MESSAGE'")
            .key("messageSubscriptionKey", "ms.id")
            .text("processDefinitionId", "pd.definition_id")
            .key("processDefinitionKey", "ms.definition")
            .onlyShown()
            .key("processInstanceKey", "ms.process_instance")
            .text("elementId", "ms.element_id")
            .key("elementInstanceKey", "ms.element")
            .filter("elementInstanceKey", OfElement.of("ms.element", "ms.process_instance"))
            .choice(
                    "messageSubscriptionState",
                    "ms.state",
                    Choices.of("CREATED", "CORRELATED", "DELETED").never("MIGRATED"))
            .date("lastUpdatedDate", "ms.updated_at")
            .text("messageName", "ms.name")
            .text("correlationKey", "ms.correlation_key")
            .tenant()
            .sortedBy(
                    "messageSubscriptionKey",
                    "processDefinitionId",
                    "processInstanceKey",
                    "elementId",
                    "elementInstanceKey",
                    "messageSubscriptionState",
                    "lastUpdatedDate",
                    "messageName",
                    "correlationKey",
                    "tenantId");

    static final Collection CORRELATIONS = Collection.of(
                    "correlated message subscription", "correlation co", "subscriptionKey", "co.id")
            .joinDefinition("pd", "co.definition")
            .key("subscriptionKey", "co.subscription")
            .optional()
            .key("messageKey", "co.message")
            .text("processDefinitionId", "pd.definition_id")
            .key("processDefinitionKey", "co.definition")
            .key("processInstanceKey", "co.process_instance")
            .text("elementId", "co.element_id")
            .key("elementInstanceKey", "co.element")
            .filter("elementInstanceKey", OfElement.of("co.element", "co.process_instance"))
            .date("correlationTime", "co.correlated_at")
            .inOrderOfKeys()
            .text("messageName", "co.name")
            .text("correlationKey", "co.correlation_key")
            .number("partitionId", "cast(1 as integer)")
            .tenant()
            .sortedBy(
                    "correlationKey",
                    "correlationTime",
                    "elementId",
                    "elementInstanceKey",
                    "messageKey",
                    "messageName",
                    "partitionId",
                    "processDefinitionId",
                    "processDefinitionKey",
                    "processInstanceKey",
                    "subscriptionKey",
                    "tenantId");

    private MessageCollections() {}
}
