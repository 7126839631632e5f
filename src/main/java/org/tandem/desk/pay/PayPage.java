package org.tandem.desk.pay;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.desk.UnknownPerson;
import org.tandem.desk.pay.Corrections.Form;
import org.tandem.desk.pay.EarningsPage.Asked;
import org.tandem.staff.StaffMember;

/** What everybody earned, for leads, and how they correct it. */
@Controller
class PayPage {

    private final Statements statements;
    private final Corrections corrections;

    PayPage(Statements statements, Corrections corrections) {
        this.statements = statements;
        this.corrections = corrections;
    }

    @GetMapping("/desk/earnings/everybody")
    ModelAndView everybody(@RequestParam(defaultValue = "") String month) {
        var asked = Asked.of(month, statements);
        return new ModelAndView("desk/pay")
                .addObject("month", asked.month())
                .addObject("flaw", asked.flaw())
                .addObject("people", statements.everybody(asked.month()))
                .addObject("totals", statements.all(asked.month()));
    }

    @GetMapping("/desk/earnings/everybody/csv")
    void everybodyCsv(@RequestParam(defaultValue = "") String month, HttpServletResponse response) throws IOException {
        var asked = Asked.of(month, statements);
        if (!asked.isRefused(response)) {
            PayFiles.everybody(asked.month(), statements.everybody(asked.month()), response);
        }
    }

    @GetMapping("/desk/earnings/of/{agent}")
    ModelAndView show(StaffMember me, @PathVariable String agent, @RequestParam(defaultValue = "") String month) {
        known(agent);
        return page(me, agent, month, Form.empty(), List.of());
    }

    private void known(String agent) {
        if (!statements.knows(agent)) {
            throw new UnknownPerson(agent);
        }
    }

    @GetMapping("/desk/earnings/of/{agent}/csv")
    void csv(@PathVariable String agent, @RequestParam(defaultValue = "") String month, HttpServletResponse response)
            throws IOException {
        known(agent);
        var asked = Asked.of(month, statements);
        if (!asked.isRefused(response)) {
            PayFiles.statement(statements.of(agent, asked.month()), response);
        }
    }

    @PostMapping("/desk/earnings/of/{agent}/corrections")
    ModelAndView correct(
            StaffMember me,
            @PathVariable String agent,
            @RequestParam UUID form,
            @RequestParam(defaultValue = "") String entry,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "false") boolean confirmed,
            RedirectAttributes next) {
        var filledIn = new Form(form, entry, amount, reason, confirmed);
        known(agent);
        var asked = Asked.of(month, statements);
        var flaws = asked.flaw() == null
                ? corrections.correct(agent, asked.month(), filledIn, me.name())
                : List.of(asked.flaw());
        if (!flaws.isEmpty()) {
            var page = page(me, agent, month, filledIn, flaws);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        next.addAttribute("agent", agent);
        next.addFlashAttribute("corrected", true);
        return new ModelAndView("redirect:/desk/earnings/of/{agent}");
    }

    private ModelAndView page(StaffMember me, String agent, String month, Form form, List<String> flaws) {
        var asked = Asked.of(month, statements);
        return EarningsPage.page(statements.of(agent, asked.month()), asked, "", me)
                .addObject("form", form)
                .addObject("own", agent.equals(me.name()))
                .addObject("flaws", flaws);
    }
}
