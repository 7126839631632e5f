package org.tandem.desk.web;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.springframework.web.util.UriUtils;
import org.tandem.desk.pool.Level;
import org.tandem.desk.pool.Offers;
import org.tandem.desk.pool.PoolChanges;
import org.tandem.desk.pool.PoolRefused;
import org.tandem.desk.pool.ProfileForm;
import org.tandem.desk.pool.Profiles;
import org.tandem.desk.pool.Roster;
import org.tandem.desk.pool.SkillCall;
import org.tandem.desk.pool.SkillCalls;
import org.tandem.staff.StaffMember;
import org.tandem.staff.Workforce;

/** The pool for leads: who is there, on what and with which load, and what each of them can do. */
@Controller
@RequestMapping("/desk/pool")
class PoolPage {

    private static final int LATEST = 20;
    private static final int MOST_CHANGES = 500;

    private final Roster roster;
    private final Profiles profiles;
    private final Offers offers;
    private final SkillCalls calls;
    private final PoolChanges changes;
    private final Workforce workforce;
    private final Clock clock;

    PoolPage(
            Roster roster,
            Profiles profiles,
            Offers offers,
            SkillCalls calls,
            PoolChanges changes,
            Workforce workforce,
            Clock clock) {
        this.roster = roster;
        this.profiles = profiles;
        this.offers = offers;
        this.calls = calls;
        this.changes = changes;
        this.workforce = workforce;
        this.clock = clock;
    }

    @ModelAttribute("levels")
    List<Level> levels() {
        return Arrays.asList(Level.values());
    }

    @ModelAttribute("knownSkills")
    Set<String> knownSkills() {
        return profiles.knownSkills();
    }

    @GetMapping
    ModelAndView show(
            @RequestParam(required = false) @Nullable String skill,
            @RequestParam(required = false) @Nullable String done) {
        var page = page(skill, Map.of(), HttpStatus.OK);
        page.addObject("done", done);
        return page;
    }

    @PostMapping("/calls")
    ModelAndView call(StaffMember me, @RequestParam(defaultValue = "") String skill, @RequestParam int minutes) {
        try {
            calls.call(me.name(), skill, minutes);
        } catch (PoolRefused refused) {
            return page(skill, refused.flaws(), HttpStatus.BAD_REQUEST);
        }
        return seeOther("/desk/pool?done=called");
    }

    @PostMapping("/calls/end")
    ModelAndView end(@RequestParam String skill) {
        calls.end(skill);
        return seeOther("/desk/pool?done=ended");
    }

    /** Who put whom into the pool, changed what they can do and took them out. */
    @GetMapping("/changes")
    ModelAndView changes() {
        return new ModelAndView("desk/pool-changes").addObject("changes", changes.latest(MOST_CHANGES));
    }

    /** Only what changes, and only if it did since it was {@code seen}. */
    @GetMapping("/live")
    ModelAndView live(@RequestParam String seen) {
        var members = members();
        var open = calls.open();
        if (seen(members, open).equals(seen)) {
            var nothing = new ModelAndView("desk/pool :: nothing");
            nothing.setStatus(HttpStatus.NO_CONTENT);
            return nothing;
        }
        var update = new ModelAndView("desk/pool :: live");
        fill(update, members, open, true);
        return update;
    }

    @GetMapping("/agent")
    ModelAndView find(@RequestParam String name) {
        return new ModelAndView(new RedirectView(
                "/desk/pool/agents/" + UriUtils.encodePathSegment(name.strip(), "UTF-8"), true, false, false));
    }

    @GetMapping("/agents/{agent}")
    ModelAndView one(@PathVariable String agent, @RequestParam(required = false) @Nullable String done) {
        var form = profiles.of(agent).map(ProfileForm::of).orElseGet(() -> ProfileForm.empty(ZoneOffset.UTC));
        var page = one(agent, form, Map.of(), HttpStatus.OK);
        page.addObject("done", done);
        return page;
    }

    @PostMapping("/agents/{agent}")
    ModelAndView change(StaffMember me, @PathVariable String agent, @ModelAttribute("form") ProfileForm form) {
        try {
            profiles.change(agent, form, me.name());
        } catch (PoolRefused refused) {
            return one(agent, form, refused.flaws(), HttpStatus.BAD_REQUEST);
        }
        return seeOther("/desk/pool/agents/%s?done=changed".formatted(UriUtils.encodePathSegment(agent, "UTF-8")));
    }

    @PostMapping("/agents/{agent}/remove")
    ModelAndView remove(StaffMember me, @PathVariable String agent) {
        roster.remove(agent, me.name());
        return seeOther("/desk/pool?done=removed");
    }

    private static ModelAndView seeOther(String address) {
        var redirect = new RedirectView(address, true, false, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private ModelAndView page(@Nullable String skill, Map<String, String> flaws, HttpStatus status) {
        var page = new ModelAndView("desk/pool");
        page.setStatus(status);
        page.addObject("skill", skill);
        page.addObject("people", workforce.people());
        page.addObject("flaws", flaws);
        fill(page, members(), calls.open(), false);
        return page;
    }

    private ModelAndView one(String agent, ProfileForm form, Map<String, String> flaws, HttpStatus status) {
        var page = new ModelAndView("desk/pool-agent");
        page.setStatus(status);
        page.addObject("agent", agent);
        page.addObject("form", form);
        page.addObject("flaws", flaws);
        page.addObject("isNew", profiles.of(agent).isEmpty());
        page.addObject("nobody", profiles.flaw(agent).orElse(null));
        page.addObject(
                "history",
                offers.latestOf(agent, LATEST).stream()
                        .map(explained -> OfferRow.named(explained, clock.instant()))
                        .toList());
        return page;
    }

    private List<PoolRow> members() {
        var now = clock.instant();
        return roster.all().stream().map(member -> PoolRow.of(member, now)).toList();
    }

    private static void fill(ModelAndView page, List<PoolRow> members, List<SkillCall> open, boolean update) {
        page.addObject("members", members);
        page.addObject("calls", open);
        page.addObject("there", members.stream().filter(PoolRow::available).count());
        page.addObject("seen", seen(members, open));
        page.addObject("update", update);
    }

    private static String seen(List<PoolRow> members, List<SkillCall> open) {
        return Integer.toHexString(Objects.hash(members, open));
    }
}
