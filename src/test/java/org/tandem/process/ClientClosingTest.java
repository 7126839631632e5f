package org.tandem.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.camunda.client.CamundaClient;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.spring.configuration.CamundaAutoConfiguration;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The client is closed once, within a limit, and a client that somebody else closes is left alone. */
class ClientClosingTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withBean(ClientClosing.class, () -> new ClientClosing(Duration.ofMillis(200)));

    @Test
    void aClientThatClosesIsClosedOnce() {
        var client = mock(CamundaClient.class);

        context.withBean(
                        "client",
                        CamundaClient.class,
                        () -> client,
                        definition -> definition.setDestroyMethodName("close"))
                .run(running -> {});

        verify(client, times(1)).close();
    }

    @Test
    void aClientThatWaitsForEverIsNotWaitedFor() {
        var client = mock(CamundaClient.class);
        var never = new CountDownLatch(1);
        doAnswer(closing -> never.await(1, TimeUnit.MINUTES)).when(client).close();

        var began = System.nanoTime();
        context.withBean(
                        "client",
                        CamundaClient.class,
                        () -> client,
                        definition -> definition.setDestroyMethodName("close"))
                .run(running -> {});

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        never.countDown();
    }

    @Test
    void aClientThatIsNotSpringsToCloseIsLeftAlone() {
        var client = mock(CamundaClient.class);

        context.withBean("client", CamundaClient.class, () -> client, definition -> definition.setDestroyMethodName(""))
                .run(running -> {});

        verify(client, times(0)).close();
    }

    @Test
    void theStartersClientIsClosedHereAndItsFailedCommandsAreHandledByTandem() {
        context.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, CamundaAutoConfiguration.class))
                .withUserConfiguration(FailedAnswers.class)
                .run(running -> {
                    assertThat(running.getBeanFactory()
                                    .getBeanDefinition("camundaClient")
                                    .getDestroyMethodName())
                            .isEmpty();
                    assertThat(running.getBean(CommandExceptionHandlingStrategy.class))
                            .isInstanceOf(FailedAnswers.class);
                });
    }
}
