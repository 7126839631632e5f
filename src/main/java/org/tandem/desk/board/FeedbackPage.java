package org.tandem.desk.board;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.desk.Spreadsheet;
import org.tandem.desk.board.Theme.Status;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** The board of product feedback, and each of its themes. */
@Controller("productFeedbackPage")
class FeedbackPage {

    private final BoardView board;
    private final Themes themes;
    private final Entries entries;

    FeedbackPage(BoardView board, Themes themes, Entries entries) {
        this.board = board;
        this.themes = themes;
        this.entries = entries;
    }

    @GetMapping("/desk/feedback")
    ModelAndView show(@RequestParam Map<String, String> parameters) {
        var filter = Filter.of(parameters);
        var flaws = filter.flaws(board.areas());
        var page = new ModelAndView("desk/feedback");
        if (!flaws.isEmpty()) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page.addObject("filter", filter)
                .addObject("flaws", flaws)
                .addObject("areas", board.areas())
                .addObject("statuses", Status.values())
                .addObject("themes", board.list(filter));
    }

    @GetMapping("/desk/feedback/csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        var filter = Filter.of(parameters);
        var flaws = filter.flaws(board.areas());
        if (!flaws.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(String.join("\n", flaws));
            return;
        }
        try (var file = Spreadsheet.begin(
                "product-feedback",
                response,
                "theme",
                "area",
                "status",
                "entries",
                "last_7_days",
                "7_days_before",
                "topics",
                "last_at")) {
            for (var listed : board.list(filter)) {
                file.line(
                        listed.theme().name(),
                        listed.theme().area(),
                        listed.theme().status().key(),
                        listed.entries(),
                        listed.lastWeek(),
                        listed.weekBefore(),
                        String.join(", ", listed.topics()),
                        listed.last());
            }
        }
    }

    @GetMapping("/desk/feedback/{id}")
    ModelAndView theme(StaffMember me, @PathVariable UUID id) {
        var theme = themes.find(id);
        if (theme.isEmpty()) {
            return missing();
        }
        var merged = theme.get().mergedInto();
        return merged == null ? page(me, theme.get(), null) : new ModelAndView("redirect:/desk/feedback/" + merged);
    }

    /** @param flaw of what somebody wanted to change, if it could not be */
    ModelAndView page(StaffMember me, Theme theme, @Nullable String flaw) {
        var page = new ModelAndView("desk/theme")
                .addObject("theme", theme)
                .addObject("listed", board.one(theme.id()).orElse(null))
                .addObject("entries", entries.of(theme.id()))
                .addObject("statuses", Status.values())
                .addObject(
                        "others",
                        themes.all().stream()
                                .filter(other -> !other.id().equals(theme.id()))
                                .toList())
                .addObject("mayChange", me.is(Role.LEAD) || me.is(Role.ANALYST))
                .addObject("flaw", flaw);
        if (flaw != null) {
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    static ModelAndView missing() {
        var page = new ModelAndView("desk/failure")
                .addObject("title", "There is no such theme")
                .addObject("whatToDo", "Please check the address, or look for it on the board of product feedback.");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
