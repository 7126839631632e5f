package org.tandem.platform.child;

import java.util.List;
import org.opensearch.common.settings.Setting;
import org.opensearch.plugins.Plugin;

/** Knows the two index settings of the index-management plugin that Tasklist's index templates name. Nothing acts on them here. */
public final class IndexStatePlugin extends Plugin {

    @Override
    public List<Setting<?>> getSettings() {
        return List.of(text("policy_id"), text("rollover_alias"));
    }

    private static Setting<String> text(String name) {
        return Setting.simpleString(
                "index.plugins.index_state_management." + name, Setting.Property.IndexScope, Setting.Property.Dynamic);
    }
}
