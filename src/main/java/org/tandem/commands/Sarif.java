package org.tandem.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.UriUtils;
import org.tandem.policy.Rule;

/** What a check has found in the Static Analysis Results Interchange Format 2.1.0, which code hosts show beside the changed lines. */
final class Sarif {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sarif() {}

    static ObjectNode of(List<Finding> findings) {
        var rules = rules();
        var ids = new ArrayList<>(rules.keySet());
        var log = JSON.createObjectNode()
                .put(
                        "$schema",
                        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
                .put("version", "2.1.0");
        var run = log.putArray("runs").addObject();
        var driver = run.putObject("tool").putObject("driver").put("name", "Tandem check");
        var described = driver.putArray("rules");
        rules.forEach((id, sentence) -> described
                .addObject()
                .put("id", id)
                .putObject("shortDescription")
                .put("text", sentence));
        run.put("columnKind", "utf16CodeUnits");
        var results = run.putArray("results");
        findings.forEach(finding -> add(results, finding, ids.indexOf(finding.rule())));
        return log;
    }

    private static Map<String, String> rules() {
        var rules = new LinkedHashMap<String, String>();
        for (var rule : Rule.values()) {
            rules.put(rule.id(), rule.sentence());
        }
        rules.put("calendar-usable", "Deadlines can be counted by the calendar.");
        rules.put("holidays-known", "Holidays are known as far as deadlines reach.");
        rules.put("knowledge-usable", "The assistant can use the knowledge.");
        rules.put("examples-apart", "Examples of different topics say different things.");
        return rules;
    }

    private static void add(ArrayNode results, Finding finding, int rule) {
        var result = results.addObject()
                .put("ruleId", finding.rule())
                .put("ruleIndex", rule)
                .put("level", finding.level().name().toLowerCase(Locale.ROOT));
        result.putObject("message").put("text", finding.message());
        var location = result.putArray("locations").addObject();
        var physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation")
                .put("uri", UriUtils.encodePath(finding.file().replace('\\', '/'), StandardCharsets.UTF_8));
        if (finding.line() != null) {
            physical.putObject("region").put("startLine", Math.max(1, finding.line()));
        }
        if (finding.element() != null) {
            var element = location.putArray("logicalLocations").addObject();
            element.put("fullyQualifiedName", finding.element()).put("kind", "element");
            element.put("name", finding.name() == null ? finding.element() : finding.name());
        }
    }
}
