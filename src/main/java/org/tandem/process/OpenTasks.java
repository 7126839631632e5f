package org.tandem.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.PeopleAtWork;

/**
 * The task in which an inquiry waits for a person, and who has it. Customers' pages ask often: an engine that does not answer is left
 * alone for a while, so that it does not make them wait.
 */
@Component
class OpenTasks implements PeopleAtWork {

    private static final Logger log = LoggerFactory.getLogger(OpenTasks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration RESPITE = Duration.ofSeconds(5);

    private final CamundaClient engine;
    private volatile long quietUntil = System.nanoTime();

    OpenTasks(CamundaClient engine) {
        this.engine = engine;
    }

    @Override
    public Standing standing(CaseFile file) {
        if (quietUntil - System.nanoTime() > 0) {
            return Standing.UNKNOWN;
        }
        try {
            return of(file.id()).map(task -> standing(task, file)).orElse(Standing.ON_ITS_WAY);
        } catch (ClientException e) {
            quietUntil = System.nanoTime() + RESPITE.toNanos();
            log.debug("Who has the task of {} cannot be told: {}", file.number(), EngineFailure.reason(e));
            return Standing.UNKNOWN;
        }
    }

    Optional<UserTask> of(InquiryId id) {
        return engine
                .newUserTaskSearchRequest()
                .filter(filter -> filter.state(UserTaskState.CREATED)
                        .processInstanceVariables(
                                List.of(variable -> variable.name("inquiryId").value("\"%s\"".formatted(id)))))
                .requestTimeout(PATIENCE)
                .send()
                .join()
                .items()
                .stream()
                .filter(task -> UserTasks.FOR_THE_CUSTOMER.contains(task.getElementId()))
                .findFirst();
    }

    /** A task that comes back to the agent of an earlier round is theirs before they have seen it. */
    private static Standing standing(UserTask task, CaseFile file) {
        var who = task.getAssignee();
        if (who == null || who.isBlank()) {
            return Standing.QUEUED;
        }
        return file.handOvers().stream().map(HandOver::agent).anyMatch(who::equals) ? Standing.KEPT : Standing.TAKEN;
    }
}
