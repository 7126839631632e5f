package org.tandem.engine;

import io.camunda.client.spring.annotation.processor.JobWorkerAnnotationProcessor;
import io.camunda.client.spring.event.CamundaClientClosingSpringEvent;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Every test has a client of its own, and with each the starter finds all workers again without forgetting those it knew: the fiftieth
 * test of a context would run each worker fifty times.
 */
record WorkersOnce(ApplicationContext context) implements ApplicationListener<CamundaClientClosingSpringEvent> {

    @Override
    public void onApplicationEvent(CamundaClientClosingSpringEvent closing) {
        context.getBeanProvider(JobWorkerAnnotationProcessor.class)
                .forEach(processor -> ((List<?>) ReflectionTestUtils.getField(processor, "jobWorkerValues")).clear());
    }
}
