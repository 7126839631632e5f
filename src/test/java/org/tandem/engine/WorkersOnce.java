package org.tandem.engine;

import io.camunda.client.spring.annotation.processor.JobWorkerAnnotationProcessor;
import io.camunda.client.spring.event.CamundaClientClosingSpringEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.StaticApplicationContext;

/**
 * Every test has a client of its own, and with each the starter looks for the workers among all beans, which takes half a second, and
 * adds those it finds to those it knows: the fiftieth test of a context would run each worker fifty times. After the first client it
 * looks where it finds none.
 */
record WorkersOnce(ApplicationContext context) implements ApplicationListener<CamundaClientClosingSpringEvent> {

    @Override
    public void onApplicationEvent(CamundaClientClosingSpringEvent closing) {
        context.getBeanProvider(JobWorkerAnnotationProcessor.class)
                .forEach(processor -> processor.setApplicationContext(new Known(context)));
    }

    /** Lists no beans, but has them. */
    private static final class Known extends StaticApplicationContext {

        private final ApplicationContext context;

        Known(ApplicationContext context) {
            this.context = context;
        }

        @Override
        public Object getBean(String name) {
            return context.getBean(name);
        }
    }
}
