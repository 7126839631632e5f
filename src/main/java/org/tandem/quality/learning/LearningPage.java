package org.tandem.quality.learning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.assistant.ModelRefused;
import org.tandem.assistant.Models;
import org.tandem.assistant.StoredModel;
import org.tandem.quality.outside.OutsideShare;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** What was learned from handled cases: the model that answers and its challenger side by side, and the examples. */
@Controller
@RequestMapping("/quality/learning")
class LearningPage {

    private static final int CHANGES = 20;
    private static final int EXAMPLES = 25;
    private static final int DIFFERING = 20;
    private static final int REMOVED = 20;

    private final Models models;
    private final Championship championship;
    private final Retraining retraining;
    private final LiveDecisions live;
    private final Shadowing shadowing;
    private final ModelChanges changes;
    private final LearnedExamples examples;
    private final ExampleList list;
    private final OutsideShare outside;
    private final LearningSettings settings;

    LearningPage(
            Models models,
            Championship championship,
            Retraining retraining,
            LiveDecisions live,
            Shadowing shadowing,
            ModelChanges changes,
            LearnedExamples examples,
            ExampleList list,
            OutsideShare outside,
            LearningSettings settings) {
        this.models = models;
        this.championship = championship;
        this.retraining = retraining;
        this.live = live;
        this.shadowing = shadowing;
        this.changes = changes;
        this.examples = examples;
        this.list = list;
        this.outside = outside;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(
            StaffMember me,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "0") int live) {
        return page(me, words.strip(), after, Math.max(0, live), null);
    }

    @PostMapping("/train")
    ModelAndView train(StaffMember me) {
        return act(me, retraining::start);
    }

    @PostMapping("/try")
    ModelAndView tryAgain(StaffMember me) {
        return act(me, retraining::judgeAgain);
    }

    @PostMapping("/promote")
    ModelAndView promote(
            StaffMember me,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason) {
        return act(me, () -> championship.promote(version, me.name(), reason));
    }

    @PostMapping("/roll-back")
    ModelAndView rollBack(
            StaffMember me,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String reason) {
        return act(me, () -> championship.rollBack(version, me.name(), reason));
    }

    /** Removing it twice is fine. */
    @PostMapping("/examples/{id}/remove")
    ModelAndView remove(StaffMember me, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        return act(me, () -> examples.remove(id, me.name(), reason));
    }

    private ModelAndView act(StaffMember me, Runnable action) {
        try {
            action.run();
            return new ModelAndView("redirect:/quality/learning");
        } catch (LearningRefused | ModelRefused refused) {
            var page = page(me, "", null, 0, refused.getMessage());
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    private ModelAndView page(
            StaffMember me, String words, @Nullable UUID after, int liveFrom, @Nullable String refused) {
        var page = new ModelAndView("quality/learning");
        page.addObject("refused", refused);
        page.addObject("mayChange", me.is(Role.LEAD));
        page.addObject("state", StateInWords.of(retraining.state()));
        page.addObject("running", retraining.state() instanceof Retraining.State.Running);
        page.addObject("pinned", models.pinned().orElse(null));
        var champion = championship.champion().orElse(null);
        var challenger = championship.challenger().orElse(null);
        page.addObject("champion", champion);
        page.addObject("challenger", challenger);
        page.addObject("contest", championship.contest().map(this::view).orElse(null));
        page.addObject("live", champion == null || challenger == null ? null : live(champion, challenger, liveFrom));
        page.addObject("trouble", shadowing.trouble());
        page.addObject("outside", outside.lately().inWords());
        page.addObject("former", championship.former());
        page.addObject("changes", changes.latest(CHANGES));
        page.addObject("settings", settings);
        page.addObject("count", list.count());
        page.addObject("removed", list.removed(REMOVED));
        page.addObject("words", words);
        page.addObject("after", after);
        page.addObject("found", list.find(words, after, EXAMPLES));
        page.addObject("lookedThrough", ExampleList.LOOKED_THROUGH);
        return page;
    }

    private LiveView live(StoredModel champion, StoredModel challenger, int from) {
        var differing = live.differing(champion.version(), challenger.version(), from, DIFFERING + 1);
        return new LiveView(
                live.count(champion.version(), challenger.version()),
                view(live.contest(champion.version(), challenger.version())),
                differing.subList(0, Math.min(DIFFERING, differing.size())),
                differing.size() > DIFFERING ? from + DIFFERING : null,
                from > 0 ? Math.max(0, from - DIFFERING) : null);
    }

    private ContestView view(Contest contest) {
        return ContestView.of(contest, settings.confidence());
    }
}
