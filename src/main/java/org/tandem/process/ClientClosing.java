package org.tandem.process;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.stereotype.Component;

/**
 * Closes the Camunda client within a limit, so that an engine that never answers does not keep Tandem from stopping. By itself the
 * client waits for open requests, and for ever for the lock of a job stream that was to be opened again after its worker was closed:
 * the client then keeps the lock.
 */
@Component
class ClientClosing implements BeanFactoryPostProcessor, DestructionAwareBeanPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(ClientClosing.class);
    private static final String CLOSE = "close";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Set<String> clients = new HashSet<>();
    private final Duration limit;

    ClientClosing() {
        this(LIMIT);
    }

    ClientClosing(Duration limit) {
        this.limit = limit;
    }

    /** Clients that Spring would close are closed here; those of Camunda Process Test are its own affair. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        for (var name : factory.getBeanNamesForType(CamundaClient.class, false, false)) {
            if (factory.getBeanDefinition(name) instanceof AbstractBeanDefinition definition
                    && CLOSE.equals(definition.getDestroyMethodName())) {
                definition.setDestroyMethodName("");
                clients.add(name);
            }
        }
    }

    @Override
    public boolean requiresDestruction(Object bean) {
        return bean instanceof CamundaClient;
    }

    @Override
    public void postProcessBeforeDestruction(Object bean, String name) {
        if (bean instanceof CamundaClient client && clients.contains(name)) {
            close(client);
        }
    }

    private void close(CamundaClient client) {
        var closing = Thread.ofPlatform().daemon().name("client-closing").start(() -> {
            try {
                client.close();
            } catch (RuntimeException e) {
                log.debug("The Camunda client did not close well", e);
            }
        });
        try {
            if (!closing.join(limit)) {
                log.warn("The engine does not let go of its client; Tandem stops without waiting for it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
