package org.tandem.channel.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.tandem.channel.Flaw;
import org.tandem.channel.Input;
import org.tandem.channel.Intake;
import org.tandem.channel.InvalidInput;
import org.tandem.inquiry.Busy;
import org.tandem.inquiry.Inquiries;
import org.tandem.limits.TooOften;

/** Where customers ask. Whatever goes wrong, the form comes back with what they typed. */
@Controller
class HelpPage {

    private static final Logger LOG = LoggerFactory.getLogger(HelpPage.class);

    private final Inquiries inquiries;
    private final Intake intake;

    HelpPage(Inquiries inquiries, Intake intake) {
        this.inquiries = inquiries;
        this.intake = intake;
    }

    @GetMapping("/")
    ModelAndView show() {
        return form(AskForm.empty(), List.of(), HttpStatus.OK);
    }

    /** Asks; with {@code person} the customer wants no AI to try first. */
    @PostMapping("/")
    ModelAndView ask(
            @ModelAttribute("form") AskForm form,
            @RequestParam(required = false) @Nullable String person,
            HttpServletRequest from,
            HttpServletResponse response) {
        try {
            intake.count(from);
            var receipt = inquiries.open(form.checked(new Input()), form.requestKey());
            if (person != null) {
                inquiries.enter(receipt.id(), receipt.token()).requestPerson();
            }
            return to(new CustomerLink(receipt.id(), receipt.token()));
        } catch (InvalidInput invalid) {
            return form(form, invalid.flaws(), HttpStatus.BAD_REQUEST);
        } catch (TooOften tooOften) {
            return form(form, tooOften, response);
        } catch (RuntimeException e) {
            LOG.error("An inquiry could not be taken", e);
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Busy.SECONDS));
            return form(form, List.of(), HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /** The form, filled with what was typed before. */
    static ModelAndView form(AskForm form, List<Flaw> flaws, HttpStatus status) {
        var page = new ModelAndView("ask");
        page.setStatus(status);
        page.addObject("form", form);
        page.addObject("flaws", flaws);
        page.addObject("failed", status.is5xxServerError());
        return page;
    }

    static ModelAndView form(AskForm form, TooOften tooOften, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooOften.seconds()));
        var page = form(form, List.of(), HttpStatus.TOO_MANY_REQUESTS);
        page.addObject("pause", tooOften.inWords());
        return page;
    }

    static ModelAndView to(CustomerLink link) {
        var redirect = new RedirectView(link.path() + "#latest", true, false, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
