package org.tandem.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.client.api.search.request.SearchRequestPage;
import io.camunda.client.api.search.response.Incident;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.tandem.audit.Found;
import org.tandem.audit.HistoryUnavailable;
import org.tandem.audit.ProcessHistory;
import org.tandem.audit.ProcessName;
import org.tandem.audit.Retry;
import org.tandem.audit.Run;
import org.tandem.audit.Trail;
import org.tandem.audit.Wanted;
import org.tandem.desk.Calls;

/** Reads the history of processes from the engine's searches. Questions about one run are asked all at once. */
@Component
class EngineHistory implements ProcessHistory {

    private static final int MANY = 1_000;
    private static final int DECISIONS = 50;

    private final CamundaClient engine;
    private final Calls calls;

    EngineHistory(CamundaClient engine, Calls calls) {
        this.engine = engine;
        this.calls = calls;
    }

    @Override
    public List<ProcessName> processes() {
        return told(() -> {
            var names = new LinkedHashMap<String, ProcessName>();
            engine.newProcessDefinitionSearchRequest()
                    .sort(sort -> sort.processDefinitionId().asc().version().asc())
                    .page(first(MANY))
                    .send()
                    .join()
                    .items()
                    .forEach(version -> names.put(version.getProcessDefinitionId(), HistoryRecords.name(version)));
            return List.copyOf(names.values());
        });
    }

    @Override
    public Found search(Wanted wanted) {
        return told(() -> {
            var answer = engine.newProcessInstanceSearchRequest()
                    .filter(HistorySearch.filter(wanted))
                    .sort(HistorySearch.sort(wanted))
                    .page(page -> page.from(wanted.offset()).limit(Wanted.PAGE_SIZE))
                    .send()
                    .join();
            var total = answer.page().totalItems();
            return new Found(
                    answer.items().stream().map(HistoryRecords::run).toList(),
                    total == null ? answer.items().size() : total,
                    Boolean.TRUE.equals(answer.page().hasMoreTotalItems()));
        });
    }

    @Override
    public Optional<Run> run(long key) {
        return ifThere(engine.newProcessInstanceGetRequest(key)).map(HistoryRecords::run);
    }

    @Override
    public Trail trail(Run run) {
        return told(() -> {
            var key = run.key();
            var steps = engine.newElementInstanceSearchRequest()
                    .filter(filter -> filter.processInstanceKey(key))
                    .sort(sort -> sort.startDate().asc().elementInstanceKey().asc())
                    .page(first(MANY))
                    .send();
            var counts = engine.newProcessInstanceElementStatisticsRequest(key).send();
            var flows = engine.newProcessInstanceSequenceFlowsRequest(key).send();
            var values = engine.newVariableSearchRequest()
                    .filter(filter -> filter.processInstanceKey(key))
                    .sort(sort -> sort.name().asc())
                    .page(first(MANY))
                    .send();
            var decisions = engine.newDecisionInstanceSearchRequest()
                    .filter(filter -> filter.processInstanceKey(key))
                    .sort(sort -> sort.evaluationDate().asc())
                    .page(first(DECISIONS))
                    .send();
            var work = engine.newUserTaskSearchRequest()
                    .filter(filter -> filter.processInstanceKey(key))
                    .sort(sort -> sort.creationDate().asc())
                    .page(first(MANY))
                    .send();
            var troubles = engine.newIncidentSearchRequest()
                    .filter(filter -> filter.processInstanceKey(key))
                    .sort(sort -> sort.creationTime().asc())
                    .page(first(MANY))
                    .send();
            var called = engine.newProcessInstanceSearchRequest()
                    .filter(filter -> filter.parentProcessInstanceKey(key))
                    .sort(sort -> sort.startDate().asc())
                    .page(first(MANY))
                    .send();
            var callers = engine.newProcessInstanceGetCallHierarchyRequest(key).send();
            // only one that is asked for by itself tells its inputs and rules
            var made = decisions.join();
            var tasks = HistoryRecords.listed(work.join(), WorkRecords::work);
            var whole = made.items().stream()
                    .map(decision -> engine.newDecisionInstanceGetRequest(decision.getDecisionInstanceId())
                            .send())
                    .toList();
            return new Trail(
                    HistoryRecords.steps(steps.join()),
                    counts.join().stream().map(HistoryRecords::count).toList(),
                    flows.join().stream().map(flow -> flow.getElementId()).toList(),
                    HistoryRecords.listed(values.join(), HistoryRecords::value),
                    new Trail.Listed<>(
                            whole.stream()
                                    .map(decision -> DecisionRecords.evaluation(decision.join()))
                                    .toList(),
                            HistoryRecords.total(made)),
                    tasks,
                    HistoryRecords.listed(troubles.join(), HistoryRecords::trouble),
                    HistoryRecords.callers(callers.join(), key),
                    HistoryRecords.listed(called.join(), HistoryRecords::run),
                    calls.shownFor(tasks.items().stream().map(Trail.Work::key).toList()).stream()
                            .map(look -> new Trail.Look(look.task(), look.agent(), look.at()))
                            .toList());
        });
    }

    @Override
    public Optional<String> diagram(long definition) {
        return ifThere(engine.newProcessDefinitionGetXmlRequest(definition));
    }

    @Override
    public Optional<String> decisionModel(long definition) {
        return ifThere(engine.newDecisionDefinitionGetXmlRequest(definition));
    }

    /** A job without retries would only become the next incident, so it gets one first. */
    @Override
    public Retry retry(long run, long incident) {
        var found = ifThere(engine.newIncidentGetRequest(incident)).filter(one -> one.getProcessInstanceKey() == run);
        if (found.isEmpty()) {
            return new Retry.Unknown();
        }
        if (found.get().getState() == IncidentState.RESOLVED) {
            return new Retry.NotNeeded();
        }
        try {
            resolve(found.get());
            return new Retry.Done();
        } catch (ClientException e) {
            return switch (EngineFailure.of(e)) {
                case GONE, ALREADY_THERE -> new Retry.NotNeeded();
                case REFUSED -> new Retry.Refused(EngineFailure.reason(e));
                case BUSY, AWAY -> throw new HistoryUnavailable(EngineFailure.reason(e), e);
            };
        }
    }

    private void resolve(Incident incident) {
        var job = incident.getJobKey();
        if (job != null && job > 0) {
            engine.newUpdateRetriesCommand(job).retries(1).send().join();
        }
        engine.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
    }

    private static Consumer<SearchRequestPage> first(int many) {
        return page -> page.limit(many);
    }

    private static <T> Optional<T> ifThere(FinalCommandStep<T> question) {
        return told(() -> {
            try {
                return Optional.ofNullable(question.send().join());
            } catch (ClientException e) {
                if (EngineFailure.of(e) == EngineFailure.GONE) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private static <T> T told(Supplier<T> question) {
        try {
            return question.get();
        } catch (ClientException e) {
            throw new HistoryUnavailable(EngineFailure.reason(e), e);
        }
    }
}
