package org.tandem.quality.learning;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.tandem.assistant.Models;
import org.tandem.assistant.StoredModel;

/**
 * Which model answers. The challenger is the newest model that never did; it comes into use only if it is not significantly worse than
 * the champion in either risk or coverage. Whatever answered before can be gone back to. Each change is recorded with its reason.
 */
@Service
class Championship {

    private static final Logger log = LoggerFactory.getLogger(Championship.class);
    static final String TANDEM = "Tandem";

    private final Models models;
    private final ModelChanges changes;
    private final Contests contests;
    private final LiveDecisions live;
    private final LearningSettings settings;

    Championship(
            Models models, ModelChanges changes, Contests contests, LiveDecisions live, LearningSettings settings) {
        this.models = models;
        this.changes = changes;
        this.contests = contests;
        this.live = live;
        this.settings = settings;
    }

    Optional<StoredModel> champion() {
        return models.inUse().flatMap(this::stored);
    }

    Optional<StoredModel> challenger() {
        var champion = models.inUse().orElse("");
        return models.stored().stream()
                .filter(model -> model.version().compareTo(champion) > 0)
                .filter(model -> !changes.wasInUse(model.version()))
                .findFirst();
    }

    /** Stored models that answered before, the newest first. */
    List<StoredModel> former() {
        var champion = models.inUse().orElse("");
        return models.stored().stream()
                .filter(model -> !model.version().equals(champion) && changes.wasInUse(model.version()))
                .toList();
    }

    /** How the challenger stands beside the champion of today, if that was tried. */
    Optional<Contest> contest() {
        return models.inUse()
                .flatMap(champion ->
                        challenger().flatMap(challenger -> contests.between(champion, challenger.version())));
    }

    /** The same with the live inquiries on which it has decided silently since. */
    Optional<Trial> trial() {
        return contest().map(held -> new Trial(held, live.contest(held.champion(), held.challenger())));
    }

    /** Puts the challenger beside the champion. Where Tandem may, the challenger is used if it proved itself. */
    Optional<Contest> judge() {
        var champion = models.inUse();
        var challenger = challenger();
        if (champion.isEmpty() || challenger.isEmpty()) {
            return Optional.empty();
        }
        var contest = contests.hold(champion.get(), challenger.get());
        log.info(
                "The model {} beside {}: {}",
                contest.challenger(),
                contest.champion(),
                contest.inWords(settings.confidence()));
        promoteIfProven();
        return Optional.of(contest);
    }

    /** Uses the challenger where Tandem may, and it has proved itself on enough cases, kept aside and live. */
    void promoteIfProven() {
        if (settings.promote() == LearningSettings.Promote.IF_NOT_WORSE
                && models.pinned().isEmpty()) {
            trial().filter(trial -> trial.heldOut().cases() >= settings.fewestCases()
                            && trial.live().cases() >= settings.fewestLiveCases()
                            && !trial.isWorse(settings.confidence()))
                    .ifPresent(trial -> promote(trial.challenger(), TANDEM, trial.inWords(settings.confidence())));
        }
    }

    void promote(String version, String who, String reason) {
        var trial = trial().filter(held -> held.challenger().equals(version))
                .orElseThrow(() -> new LearningRefused(
                        "The model %s has not been tried beside the one in use. Let it be tried first"
                                .formatted(version)));
        if (trial.isWorse(settings.confidence())) {
            throw new LearningRefused(
                    "The model %s cannot be promoted: %s".formatted(version, trial.inWords(settings.confidence())));
        }
        change(ModelChange.Kind.PROMOTED, version, who, reason, contests.write(trial));
    }

    void rollBack(String version, String who, String reason) {
        if (former().stream().noneMatch(model -> model.version().equals(version))) {
            throw new LearningRefused(
                    "The model %s never answered customers or is not kept any more, so it cannot be gone back to"
                            .formatted(version));
        }
        change(ModelChange.Kind.ROLLED_BACK, version, who, reason, "");
    }

    /** Should the record fail, what is recorded wins: every instance goes back to it within a minute. */
    private void change(ModelChange.Kind kind, String version, String who, String reason, String figures) {
        var why = Reason.of(reason);
        changes.add(kind, models.use(version), who, why, figures);
        log.info("The model {} answers now, {} by {}: {}", version, kind, who, why);
    }

    private Optional<StoredModel> stored(String version) {
        return models.stored().stream()
                .filter(model -> model.version().equals(version))
                .findFirst();
    }
}
