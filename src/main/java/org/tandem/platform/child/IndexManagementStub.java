package org.tandem.platform.child;

import java.util.List;
import java.util.function.Supplier;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.node.DiscoveryNodes;
import org.opensearch.common.settings.ClusterSettings;
import org.opensearch.common.settings.IndexScopedSettings;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.settings.SettingsFilter;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.rest.RestController;
import org.opensearch.rest.RestHandler;

/**
 * Stands in for OpenSearch's index-management plugin, which is not on Maven Central: Tasklist and the exporter only need
 * its two index settings to exist and its removal of policies to be answered.
 */
public final class IndexManagementStub extends Plugin implements ActionPlugin {

    @Override
    public List<Setting<?>> getSettings() {
        return List.of(indexSetting("policy_id"), indexSetting("rollover_alias"));
    }

    @Override
    public List<RestHandler> getRestHandlers(
            Settings settings,
            RestController restController,
            ClusterSettings clusterSettings,
            IndexScopedSettings indexScopedSettings,
            SettingsFilter settingsFilter,
            IndexNameExpressionResolver indexNameExpressionResolver,
            Supplier<DiscoveryNodes> nodesInCluster) {
        return List.of(new PolicyRemoval());
    }

    private static Setting<String> indexSetting(String name) {
        return Setting.simpleString(
                "index.plugins.index_state_management." + name, Setting.Property.IndexScope, Setting.Property.Dynamic);
    }
}
