package org.tandem.desk.board;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.staff.StaffMember;

/** The forms of a theme. */
@Controller
class CuratingPage {

    private final Curating curating;
    private final Themes themes;
    private final FeedbackPage page;

    CuratingPage(Curating curating, Themes themes, FeedbackPage page) {
        this.curating = curating;
        this.themes = themes;
        this.page = page;
    }

    @PostMapping("/desk/feedback/{id}/name")
    ModelAndView rename(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes next) {
        return after(me, id, id, curating.rename(id, name, me.name()), "The theme has its new name.", next);
    }

    @PostMapping("/desk/feedback/{id}/status")
    ModelAndView become(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String status,
            RedirectAttributes next) {
        return after(me, id, id, curating.become(id, status, me.name()), "The status is changed.", next);
    }

    @PostMapping("/desk/feedback/{id}/merge")
    ModelAndView merge(StaffMember me, @PathVariable UUID id, @RequestParam UUID into, RedirectAttributes next) {
        return after(me, id, into, curating.merge(id, into, me.name()), "The themes are one now.", next);
    }

    @PostMapping("/desk/feedback/{id}/entries")
    ModelAndView move(
            StaffMember me,
            @PathVariable UUID id,
            @RequestParam String entry,
            @RequestParam(required = false) @Nullable UUID to,
            RedirectAttributes next) {
        return after(me, id, id, curating.move(entry, Optional.ofNullable(to)), "The entry is in its new theme.", next);
    }

    private ModelAndView after(
            StaffMember me, UUID id, UUID then, Optional<String> flaw, String done, RedirectAttributes next) {
        if (flaw.isEmpty()) {
            next.addFlashAttribute("done", done);
            return new ModelAndView("redirect:/desk/feedback/" + then);
        }
        return themes.find(id).map(theme -> page.page(me, theme, flaw.get())).orElseGet(FeedbackPage::missing);
    }
}
