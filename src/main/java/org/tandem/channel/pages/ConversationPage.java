package org.tandem.channel.pages;

import java.time.Clock;
import java.util.List;
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
import org.tandem.channel.Company;
import org.tandem.channel.Flaw;
import org.tandem.channel.Input;
import org.tandem.inquiry.ActionRefused;
import org.tandem.inquiry.Inquiries;

/**
 * The conversation of one inquiry. Its address is its key; every action is a form that leads back here, and the part that lives is
 * fetched again every few seconds.
 */
@Controller
@RequestMapping("/i/{link}")
class ConversationPage {

    private final Inquiries inquiries;
    private final Company company;
    private final Clock clock;

    ConversationPage(Inquiries inquiries, Company company, Clock clock) {
        this.inquiries = inquiries;
        this.company = company;
        this.clock = clock;
    }

    /** Without JavaScript the page loads itself again, but {@code still} not while somebody types. */
    @GetMapping
    ModelAndView show(
            @PathVariable CustomerLink link,
            @RequestParam(required = false) @Nullable String still,
            @RequestParam(required = false) @Nullable String moved) {
        var page = page(link, "", List.of(), HttpStatus.OK);
        page.addObject("still", still != null);
        page.addObject("moved", moved != null);
        return page;
    }

    /** Only what changes, and only if it did since the customer {@code seen} it. */
    @GetMapping("/live")
    ModelAndView live(@PathVariable CustomerLink link, @RequestParam String seen) {
        var conversation = conversation(link);
        var update = new ModelAndView("conversation :: live");
        if (conversation.seen().equals(seen)) {
            update = new ModelAndView("conversation :: nothing");
            update.setStatus(HttpStatus.NO_CONTENT);
        }
        update.addObject("link", link);
        update.addObject("c", conversation);
        update.addObject("still", false);
        update.addObject("update", true);
        return update;
    }

    @PostMapping("/messages")
    ModelAndView write(
            @PathVariable CustomerLink link,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String formKey) {
        inquiries.authorize(link.id(), link.token());
        var input = new Input();
        var message = input.text("text", text);
        if (!input.flaws().isEmpty()) {
            return page(link, text == null ? "" : text, input.flaws(), HttpStatus.BAD_REQUEST);
        }
        try {
            inquiries.write(link.id(), message, FormKey.of(formKey, text));
        } catch (ActionRefused withdrawn) {
            return HelpPage.form(
                    AskForm.about(text),
                    List.of(new Flaw("withdrawn", "The inquiry was withdrawn. You can send this as a new one.")),
                    HttpStatus.CONFLICT);
        }
        return HelpPage.to(link);
    }

    @PostMapping("/person")
    ModelAndView requestPerson(@PathVariable CustomerLink link) {
        return act(link, () -> inquiries.requestPerson(link.id()));
    }

    @PostMapping("/verdict")
    ModelAndView judge(@PathVariable CustomerLink link, @RequestParam boolean solved) {
        return act(link, () -> inquiries.verdict(link.id(), solved));
    }

    @PostMapping("/rating")
    ModelAndView rate(
            @PathVariable CustomerLink link,
            @RequestParam(required = false) @Nullable Integer score,
            @RequestParam(required = false) @Nullable String comment) {
        inquiries.authorize(link.id(), link.token());
        var input = new Input();
        var stars = input.score("score", score);
        var words = input.comment("comment", comment);
        if (!input.flaws().isEmpty()) {
            var page = page(link, "", input.flaws(), HttpStatus.BAD_REQUEST);
            page.addObject("comment", comment);
            return page;
        }
        return act(link, () -> inquiries.rate(link.id(), stars, words));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(@PathVariable CustomerLink link) {
        return act(link, () -> inquiries.withdraw(link.id()));
    }

    /** A click on a page that is out of date changes nothing and shows how things stand. */
    private ModelAndView act(CustomerLink link, Runnable action) {
        inquiries.authorize(link.id(), link.token());
        try {
            action.run();
        } catch (ActionRefused stale) {
            return new ModelAndView("redirect:" + link.path() + "?moved");
        }
        return HelpPage.to(link);
    }

    private ModelAndView page(CustomerLink link, String typed, List<Flaw> flaws, HttpStatus status) {
        var conversation = conversation(link);
        var page = new ModelAndView("conversation");
        page.setStatus(status);
        page.addObject("link", link);
        page.addObject("c", conversation);
        page.addObject("typed", typed);
        page.addObject("flaws", flaws);
        page.addObject("formKey", UUID.randomUUID().toString());
        page.addObject("still", !flaws.isEmpty());
        page.addObject("update", false);
        return page;
    }

    private Conversation conversation(CustomerLink link) {
        inquiries.authorize(link.id(), link.token());
        return Conversation.of(inquiries.get(link.id()), company.company(), clock.instant());
    }
}
