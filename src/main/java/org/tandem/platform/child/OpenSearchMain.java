package org.tandem.platform.child;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;

/** One OpenSearch node, embedded, with the modules that Operate and Tasklist need. The argument names its settings file. */
public final class OpenSearchMain {
    private static final List<String> MODULES = List.of(
            "org.opensearch.transport.Netty4Plugin",
            "org.opensearch.analysis.common.CommonAnalysisPlugin",
            "org.opensearch.painless.PainlessPlugin",
            "org.opensearch.join.ParentJoinPlugin",
            "org.opensearch.index.mapper.MapperExtrasPlugin",
            "org.opensearch.index.reindex.ReindexPlugin",
            "org.opensearch.ingest.common.IngestCommonPlugin");

    private OpenSearchMain() {}

    /** Starts the node and stays until the process is told to exit; the node's own threads are daemons. */
    public static void main(String[] args) throws Exception {
        var settings = Settings.builder().loadFromPath(Path.of(args[0])).build();
        var plugins = new ArrayList<Class<? extends Plugin>>();
        for (var module : MODULES) {
            plugins.add(Class.forName(module).asSubclass(Plugin.class));
        }
        plugins.add(IndexManagementStub.class);
        var node = new EmbeddedNode(settings, plugins);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
        node.start();
        Thread.currentThread().join();
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (Exception failed) {
            System.err.println("OpenSearch did not close cleanly: " + failed);
        }
    }

    private static final class EmbeddedNode extends Node {
        EmbeddedNode(Settings settings, List<Class<? extends Plugin>> plugins) {
            super(new Environment(settings, Path.of(settings.get("path.home"), "config")), plugins, false);
        }
    }
}
