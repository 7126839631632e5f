package org.tandem;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ClassUtils;

/** No scheduled job waits for another one: what is slow, or waits for an engine that is away, must not delay a promise to customers. */
class JobsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Scheduling {}

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class))
            .withUserConfiguration(Scheduling.class);

    @Test
    void allJobsCanBeAtItAtOnce() {
        int jobs = scheduledMethods();
        assertThat(jobs).isGreaterThan(20);

        application.run(context -> {
            var scheduler = context.getBean(ThreadPoolTaskScheduler.class);
            var together = new CyclicBarrier(jobs);
            var started = new ArrayList<Future<Integer>>();
            for (int i = 0; i < jobs; i++) {
                started.add(scheduler.submit(() -> together.await(10, SECONDS)));
            }

            assertThat(started).allSatisfy(job -> assertThat(job).succeedsWithin(10, SECONDS));
        });
    }

    private static int scheduledMethods() {
        return (int) new ClassPathScanningCandidateComponentProvider(true)
                .findCandidateComponents("org.tandem").stream()
                        .map(bean -> ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Scheduled.class))
                        .count();
    }
}
