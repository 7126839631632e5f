package org.tandem.process;

import static org.awaitility.Awaitility.await;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.UserTaskState;
import io.camunda.client.api.search.response.UserTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.desk.hours.BusinessCalendar;
import org.tandem.desk.hours.Calendars;
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
}
