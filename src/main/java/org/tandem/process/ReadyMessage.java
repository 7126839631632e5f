package org.tandem.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in the log that everything is there and where to begin. */
@Component
class ReadyMessage {

    private static final Logger log = LoggerFactory.getLogger(ReadyMessage.class);

    private final Environment environment;

    ReadyMessage(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ModelsDeployed.class)
    void tell() {
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        log.info("Tandem is ready: help page http://localhost:{}/, API http://localhost:{}/api/docs", port, port);
    }
}
