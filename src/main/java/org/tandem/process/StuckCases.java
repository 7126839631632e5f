package org.tandem.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.request.SearchRequestPage;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.SearchResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;
import org.tandem.inquiry.UnknownInquiry;

/**
 * Looks after incidents, so that the promise of a person holds wherever a step fails for good: where the customer waits and nobody has
 * a task, the process is told and starts over at a person. A case that is stuck on that way too needs an operator, and so does
 * one in which nobody waits.
 */
@Component
class StuckCases {

    private static final Logger log = LoggerFactory.getLogger(StuckCases.class);
    private static final int AT_ONCE = 200;

    private final CamundaClient engine;
    private final OpenTasks openTasks;
    private final Inquiries inquiries;
    private final Duration timeToLive;
    private volatile List<Stuck> stuck = List.of();

    StuckCases(
            CamundaClient engine,
            OpenTasks openTasks,
            Inquiries inquiries,
            @Value("${tandem.process.message-time-to-live:P1D}") Duration timeToLive) {
        this.engine = engine;
        this.openTasks = openTasks;
        this.inquiries = inquiries;
        this.timeToLive = timeToLive;
    }

    /** A case in which a step failed for good, and where. */
    record Stuck(String number, String element, StuckProcess process) {}

    /** Those found last. */
    List<Stuck> all() {
        return stuck;
    }

    @Scheduled(
            initialDelayString = "${tandem.process.stuck-interval:PT10S}",
            fixedDelayString = "${tandem.process.stuck-interval:PT10S}")
    void look() {
        try {
            stuck = found();
            stuck.stream()
                    .map(Stuck::process)
                    .filter(this::needsPerson)
                    .distinct()
                    .forEach(this::startOver);
        } catch (ClientException e) {
            log.debug("Whether cases are stuck cannot be told: {}", EngineFailure.reason(e));
        }
    }

    private List<Stuck> found() {
        var found = new ArrayList<Stuck>();
        new Pages<Incident>(AT_ONCE, this::incidents).forEachRemaining(incidents -> {
            var processes = StuckProcess.of(engine, incidents);
            incidents.forEach(incident -> found.add(
                    stuck(incident, processes.getOrDefault(incident.getProcessInstanceKey(), StuckProcess.UNKNOWN))));
        });
        return found;
    }

    private SearchResponse<Incident> incidents(Consumer<SearchRequestPage> page) {
        return engine.newIncidentSearchRequest()
                .filter(filter -> filter.state(IncidentState.ACTIVE))
                .sort(sort -> sort.creationTime().desc())
                .page(page)
                .send()
                .join();
    }

    private static Stuck stuck(Incident incident, StuckProcess process) {
        return new Stuck(
                process.number().orElse(incident.getProcessDefinitionId() + " " + incident.getProcessInstanceKey()),
                incident.getElementId(),
                process);
    }

    private boolean needsPerson(StuckProcess process) {
        try {
            return process.isCase()
                    && needsPerson(inquiries.get(InquiryId.of(process.inquiryId())), process)
                    && openTasks.of(InquiryId.of(process.inquiryId())).isEmpty();
        } catch (UnknownInquiry | IllegalArgumentException notOurs) {
            return false;
        }
    }

    private static boolean needsPerson(CaseFile file, StuckProcess process) {
        var waits = file.state() == State.RECEIVED || file.state() == State.WITH_PERSON;
        var startedOver = process.handOverReason().equals(HandOverReason.STUCK.name())
                && process.startKey().equals(file.conversationKey());
        return waits && !startedOver;
    }

    private void startOver(StuckProcess process) {
        try {
            engine.newPublishMessageCommand()
                    .messageName(EngineMessage.CASE_STUCK.label())
                    .correlationKey(process.startKey())
                    .messageId("stuck:" + process.startKey())
                    .timeToLive(timeToLive)
                    .send()
                    .join();
            log.warn(
                    "Case {} is stuck and starts over with a person",
                    process.number().orElse(process.inquiryId()));
        } catch (ClientException e) {
            if (EngineFailure.of(e) != EngineFailure.ALREADY_THERE) {
                throw e;
            }
        }
    }
}
