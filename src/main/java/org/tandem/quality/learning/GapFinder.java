package org.tandem.quality.learning;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.assistant.Models;
import org.tandem.assistant.meaning.Clusters;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.learning.KnowledgeGap.State;

/**
 * Finds gaps of the knowledge: clusters of recent inquiries that people answered and the AI could not. A cluster that is mostly a gap found
 * before is that gap still; what an editor has decided about it stands, and newcomers are counted to it.
 */
@Component
class GapFinder {

    private static final Logger log = LoggerFactory.getLogger(GapFinder.class);
    private static final int MOST = 2_000;

    private final UnansweredInquiries unanswered;
    private final KnowledgeGaps gaps;
    private final Articles articles;
    private final Models models;
    private final LearningSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();

    GapFinder(
            UnansweredInquiries unanswered,
            KnowledgeGaps gaps,
            Articles articles,
            Models models,
            LearningSettings settings,
            PlatformTransactionManager manager,
            Clock clock) {
        this.unanswered = unanswered;
        this.gaps = gaps;
        this.articles = articles;
        this.models = models;
        this.settings = settings;
        this.transaction = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** Looks in the background, unless somebody does. */
    @Scheduled(cron = "${tandem.quality.learning.find-gaps:0 30 2 * * *}", zone = "UTC")
    void start() {
        if (looking.compareAndSet(false, true)) {
            Thread.ofPlatform()
                    .name("gap-finder")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .start(this::look);
        }
    }

    boolean isLooking() {
        return looking.get();
    }

    private void look() {
        try {
            find();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            log.error("Gaps of the knowledge could not be looked for; those found before stay", e);
        } finally {
            looking.set(false);
        }
    }

    /** Takes some milliseconds for each inquiry. */
    void find() {
        var inquiries = unanswered.since(clock.instant().minus(settings.recent()), MOST);
        var meanings = inquiries.stream()
                .map(inquiry -> models.meaning(inquiry.asked()))
                .toList();
        var clusters = Clusters.of(meanings).stream()
                .map(cluster -> cluster.stream().map(inquiries::get).toList())
                .toList();
        transaction.executeWithoutResult(status -> keep(clusters));
        transaction.executeWithoutResult(status -> propose());
    }

    private void keep(List<List<Unanswered>> clusters) {
        var before = unanswered.gaps();
        var states = gaps.ranked().stream().collect(Collectors.toMap(KnowledgeGap::id, KnowledgeGap::state));
        var decided = before.keySet().stream()
                .filter(inquiry -> states.get(before.get(inquiry)) != State.FOUND)
                .collect(Collectors.toSet());
        var left = states.keySet().stream()
                .filter(gap -> states.get(gap) == State.FOUND)
                .collect(Collectors.toCollection(HashSet::new));
        unanswered.belongTo(null, without(before.keySet(), decided));
        for (var cluster : clusters) {
            var title = Writing.title(cluster.getFirst().asked());
            var gap = mostly(cluster, before)
                    .filter(known -> states.get(known) != State.FOUND || left.remove(known))
                    .orElseGet(() -> gaps.add(title));
            if (states.getOrDefault(gap, State.FOUND) == State.FOUND) {
                gaps.rename(gap, title);
            }
            unanswered.belongTo(
                    gap, without(cluster.stream().map(Unanswered::inquiry).toList(), decided));
        }
        left.forEach(gaps::drop);
    }

    private static List<InquiryId> without(Collection<InquiryId> all, Set<InquiryId> some) {
        return all.stream().filter(inquiry -> !some.contains(inquiry)).toList();
    }

    private static Optional<UUID> mostly(List<Unanswered> cluster, Map<InquiryId, UUID> before) {
        var votes = cluster.stream()
                .map(inquiry -> before.get(inquiry.inquiry()))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return votes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private void propose() {
        var all = gaps.ranked();
        long waiting = all.stream().filter(gap -> gap.state() == State.PROPOSED).count();
        all.stream()
                .filter(gap -> gap.state() == State.FOUND && gap.reason().isEmpty())
                .limit(Math.max(0, settings.articlesAtOnce() - waiting))
                .forEach(gap -> articles.propose(gap.id(), Championship.TANDEM));
    }
}
