package org.tandem.process;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.UserTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.desk.hours.BusinessCalendar;
import org.tandem.desk.hours.Calendars;
import org.tandem.engine.SharedEngine;
import org.tandem.inquiry.HandOver;
import org.tandem.inquiry.InquiryId;

/** A journey on which promises are made, and moments that it can be brought to. */
abstract class PromiseJourney extends Journey {

    static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext application;

    @Autowired
    Calendars calendars;

    @Autowired
    Clock clock;

    InquiryId aCaseWithAPerson() {
        theAssistantIsUnsure();
        var id = aCustomerAsks();
        theOpenTask();
        return id;
    }

    HandOver handOver(InquiryId id) {
        return inquiries.get(id).handOvers().getLast();
    }

    BusinessCalendar united() {
        return calendars.get("united-kingdom");
    }

    void timePassesUntil(Instant moment) {
        timePasses(Duration.between(clock.instant(), moment).plusSeconds(1));
    }

    List<String> deadlinesNoted(InquiryId id) {
        return database.sql("select deadline from escalation where inquiry_id = ? order by escalated_at")
                .param(id.value())
                .query(String.class)
                .list();
    }

    UserTask theDecision(InquiryId id) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(ClientException.class)
                .until(() -> decisions(id), tasks -> tasks.size() == 1)
                .getFirst();
    }

    List<UserTask> decisions(InquiryId id) {
        return engine.newUserTaskSearchRequest()
                .filter(filter -> {
                    filter.elementId("Task_DecideEscalation").state(UserTaskState.CREATED);
                    TaskQuery.about(filter, inquiries.get(id).number());
                })
                .send()
                .join()
                .items();
    }

    void theEngineIsAwayFor(Duration time) {
        assumeTrue(
                "embedded".equals(System.getProperty("tandem.test.engine", "embedded")),
                "only the embedded engine can be restarted from here");
        SharedEngine.restart(time);
        // connections to the one before are only found to be broken when they are used
        soon().ignoreExceptions().until(() -> context.getCurrentTime() != null);
    }

    int version(UserTask task) {
        ProcessInstance instance = engine.newProcessInstanceGetRequest(task.getProcessInstanceKey())
                .send()
                .join();
        return instance.getProcessDefinitionVersion();
    }

    Instant warnAt(InquiryId id) {
        return database.sql("select warn_at from deadline where inquiry_id = ? and kind = 'FIRST_RESPONSE'")
                .param(id.value())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }
}
