package org.tandem.desk.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.tandem.desk.pool.Answer;
import org.tandem.desk.pool.Availability;
import org.tandem.desk.pool.Offer;
import org.tandem.desk.pool.Offers;
import org.tandem.desk.pool.PoolRefused;
import org.tandem.desk.pool.PoolSettings;
import org.tandem.desk.pool.Profiles;
import org.tandem.desk.pool.Reviews;
import org.tandem.desk.pool.SkillCalls;
import org.tandem.desk.pool.SlotForm;
import org.tandem.desk.pool.Slots;
import org.tandem.desk.pool.Turns;
import org.tandem.staff.StaffMember;

/** An agent's offers, availability and announced times, and why they were offered what. */
@Controller
@RequestMapping("/desk/offers")
class OffersPage {

    private static final int LATEST = 20;
    private static final int AMONG = 100;

    private final Offers offers;
    private final Availability availability;
    private final Turns turns;
    private final Profiles profiles;
    private final Slots slots;
    private final Reviews reviews;
    private final SkillCalls calls;
    private final OffersNow now;
    private final HowDecided how;
    private final Clock clock;

    OffersPage(
            Offers offers,
            Availability availability,
            Turns turns,
            Profiles profiles,
            Slots slots,
            Reviews reviews,
            SkillCalls calls,
            OffersNow now,
            PoolSettings settings,
            Clock clock) {
        this.offers = offers;
        this.availability = availability;
        this.turns = turns;
        this.profiles = profiles;
        this.slots = slots;
        this.reviews = reviews;
        this.calls = calls;
        this.now = now;
        this.how = HowDecided.by(settings);
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(StaffMember me, @RequestParam(required = false) @Nullable String done) {
        var page = page(me, Map.of(), HttpStatus.OK);
        page.addObject("done", done);
        return page;
    }

    /** Only what changes, and only if it did since it was {@code seen}. */
    @GetMapping("/live")
    ModelAndView live(StaffMember me, @RequestParam String seen) {
        var view = view(me);
        if (view.seen().equals(seen)) {
            var nothing = new ModelAndView("desk/offers :: nothing");
            nothing.setStatus(HttpStatus.NO_CONTENT);
            return nothing;
        }
        var update = new ModelAndView("desk/offers :: live");
        update.addObject("view", view);
        update.addObject("update", true);
        return update;
    }

    /** How many are open, for every page of the desk, and whether any come; only if it is not what it {@code was}. */
    @GetMapping("/count/live")
    ModelAndView count(
            @RequestParam long was, @RequestParam(defaultValue = "false") boolean silent, @RequestParam boolean told) {
        var open = now.open();
        var quiet = now.silent();
        if (open == was && quiet == silent) {
            var nothing = new ModelAndView("desk/offers :: nothing");
            nothing.setStatus(HttpStatus.NO_CONTENT);
            return nothing;
        }
        var update = new ModelAndView("desk/parts :: count");
        update.addObject("open", open);
        update.addObject("silent", quiet);
        update.addObject("told", told);
        update.addObject("update", true);
        return update;
    }

    @PostMapping("/availability")
    ModelAndView become(StaffMember me, @RequestParam(defaultValue = "false") boolean available) {
        return change(me, available ? "available" : "away", () -> availability.become(me.name(), available));
    }

    /** That they do it is the sign of them. */
    @PostMapping("/here")
    ModelAndView here() {
        return seeOther("/desk/offers?done=here");
    }

    @PostMapping("/slots")
    ModelAndView announce(StaffMember me, @ModelAttribute("slot") SlotForm slot) {
        return change(me, "announced", () -> slots.announce(me.name(), slot));
    }

    @PostMapping("/slots/{id}/revoke")
    ModelAndView revoke(StaffMember me, @PathVariable UUID id) {
        return change(me, "revoked", () -> slots.revoke(me.name(), id));
    }

    @PostMapping("/{id}/accept")
    ModelAndView accept(StaffMember me, @PathVariable UUID id) {
        var next = offers.find(id)
                .map(found -> "/desk/tasks/" + found.offer().taskKey())
                .orElse("/desk/offers");
        return after(me, offers.accept(me.name(), id), next);
    }

    @PostMapping("/{id}/decline")
    ModelAndView decline(StaffMember me, @PathVariable UUID id) {
        return after(me, offers.decline(me.name(), id), "/desk/offers?done=declined");
    }

    /** Without an offer it is about how they rank in general. */
    @PostMapping("/reviews")
    ModelAndView ask(
            StaffMember me,
            @RequestParam(required = false) @Nullable UUID offer,
            @RequestParam(defaultValue = "") String question) {
        return change(me, "asked", () -> reviews.ask(me.name(), offer, question));
    }

    private ModelAndView after(StaffMember me, Answer answer, String next) {
        return switch (answer) {
            case Answer.Done done -> seeOther(next);
            case Answer.TooLate tooLate -> refused(me, tooLate.sentence(), HttpStatus.CONFLICT);
            case Answer.Later later -> refused(me, later.sentence(), HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    private ModelAndView refused(StaffMember me, String sentence, HttpStatus status) {
        var page = page(me, Map.of(), status);
        page.addObject("tooLate", sentence);
        return page;
    }

    private ModelAndView change(StaffMember me, String done, Runnable change) {
        try {
            change.run();
            return seeOther("/desk/offers?done=" + done);
        } catch (PoolRefused refused) {
            return page(me, refused.flaws(), HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView page(StaffMember me, Map<String, String> flaws, HttpStatus status) {
        var now = clock.instant();
        var page = new ModelAndView("desk/offers");
        page.setStatus(status);
        page.addObject("view", view(me));
        page.addObject("update", false);
        page.addObject("flaws", flaws);
        page.addObject("how", how);
        var profile = profiles.of(me.name());
        page.addObject("profile", profile.orElse(null));
        page.addObject(
                "slots",
                profile.map(known -> SlotRow.of(slots.of(me.name()), known.zone(), now))
                        .orElse(List.of()));
        page.addObject(
                "history",
                offers.latestOf(me.name(), LATEST).stream()
                        .filter(one -> one.offer().state() != Offer.State.MADE)
                        .map(one -> OfferRow.of(one, me.name(), now))
                        .toList());
        page.addObject(
                "missed",
                offers.missedBy(me.name(), AMONG).stream()
                        .limit(LATEST)
                        .map(one -> OfferRow.of(one, me.name(), now))
                        .toList());
        page.addObject("reviews", reviews.latestOf(me.name(), LATEST));
        return page;
    }

    private OffersView view(StaffMember me) {
        var now = clock.instant();
        var open = offers.openOf(me.name()).stream()
                .map(offer -> OfferRow.of(offer, now))
                .toList();
        return new OffersView(
                turns.of(me.name()),
                calls.openFor(me.name()),
                open.stream().filter(OfferRow::open).toList(),
                open.stream().filter(offer -> !offer.open()).toList());
    }

    private static ModelAndView seeOther(String address) {
        var redirect = new RedirectView(address, true, false, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
