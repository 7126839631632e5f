package org.tandem.platform;

final class Purge {
    Purge(Camunda86 c) {}

    com.fasterxml.jackson.databind.JsonNode run() {
        return com.fasterxml.jackson.databind.node.NullNode.instance;
    }

    com.fasterxml.jackson.databind.JsonNode addTo(com.fasterxml.jackson.databind.JsonNode n) {
        return n;
    }
}
