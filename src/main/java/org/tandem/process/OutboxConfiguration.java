package org.tandem.process;

import io.camunda.client.api.command.ClientException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.tandem.desk.TasksAway;

/** Few threads and a short queue between the case file and the engine: when both are full, intake waits instead of piling up memory. */
@Configuration
@EnableAsync
@EnableScheduling
class OutboxConfiguration implements AsyncConfigurer {

    private static final Logger log = LoggerFactory.getLogger(OutboxConfiguration.class);

    static final String EXECUTOR = "outboxExecutor";

    @Bean(EXECUTOR)
    Executor outboxExecutor() {
        var executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("outbox-");
        executor.setCorePoolSize(8);
        executor.setMaxPoolSize(8);
        executor.setQueueCapacity(500);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
        return executor;
    }

    /** An event that the engine could not hear stays in the database; {@link Outbox} says when the engine is away. */
    @Override
    public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return (failure, listener, arguments) -> {
            if (failure instanceof TasksAway) {
                log.debug("The engine has not heard {}: {}", arguments[0], failure.getMessage());
            } else if (!(failure instanceof ClientException)) {
                log.error("{} cannot be told to the engine", arguments[0], failure);
            } else if (EngineFailure.of(failure).passes()) {
                log.debug("The engine has not heard {}: {}", arguments[0], failure.getMessage());
            } else {
                log.error(
                        "The engine refuses {}, which stays in the database: {}",
                        arguments[0],
                        EngineFailure.reason(failure));
            }
        };
    }
}
