package org.tandem.platform.child;

import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** An OpenSearch of one node for Operate and Tasklist. Arguments: data folder, HTTP port, transport port. */
public final class SearchStore {

    private SearchStore() {}

    public static void main(String[] args) throws InterruptedException {
        var runner = new OpenSearchRunner();
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner, stopped), "close-search-store"));
        runner.onBuild((number, settings) -> {
            settings.put("network.host", "127.0.0.1");
            settings.put("http.port", args[1]);
            settings.put("transport.port", args[2]);
            settings.put("discovery.type", "single-node");
            settings.put("node.store.allow_mmap", "false");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
        });
        runner.build(OpenSearchRunner.newConfigs()
                .basePath(args[0])
                .clusterName("tandem")
                .numOfNode(1)
                .disableESLogger()
                .useLogger()
                .pluginTypes(IndexStatePlugin.class.getName()));
        stopped.await();
    }

    private static void close(OpenSearchRunner runner, CountDownLatch stopped) {
        try {
            runner.close();
        } catch (java.io.IOException e) {
            System.err.println("The search store did not close cleanly: " + e);
        } finally {
            stopped.countDown();
        }
    }
}
