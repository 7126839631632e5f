package org.tandem.channel.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
import org.tandem.channel.Intake;
import org.tandem.channel.Standings;
import org.tandem.inquiry.ActionRefused;
import org.tandem.inquiry.CustomerCase;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.RatingTooLate;
import org.tandem.inquiry.State;
import org.tandem.limits.TooOften;

/**
 * The conversation of one inquiry. Its address is its key; every action is a form that leads back here, and the part that lives is
 * fetched again every few seconds.
 */
@Controller
@RequestMapping("/i/{link}")
class ConversationPage {

    private final Inquiries inquiries;
    private final Intake intake;
    private final Standings standings;
    private final Company company;
    private final Clock clock;

    ConversationPage(Inquiries inquiries, Intake intake, Standings standings, Company company, Clock clock) {
        this.inquiries = inquiries;
        this.intake = intake;
        this.standings = standings;
        this.company = company;
        this.clock = clock;
    }

    /** Without JavaScript the page loads itself again, but {@code still} not while somebody types. */
    @GetMapping
    ModelAndView show(
            @PathVariable CustomerLink link,
            @RequestParam(required = false) @Nullable String still,
            @RequestParam(required = false) @Nullable String moved) {
        var page = page(link, enter(link), "", List.of(), HttpStatus.OK);
        page.addObject("still", still != null);
        page.addObject("moved", moved != null);
        return page;
    }

    /** Only what changes, and only if it did since the customer {@code seen} it. */
    @GetMapping("/live")
    ModelAndView live(@PathVariable CustomerLink link, @RequestParam String seen) {
        var conversation = conversation(enter(link));
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
            @RequestParam(required = false) @Nullable String formKey,
            HttpServletRequest from,
            HttpServletResponse response) {
        var mine = enter(link);
        var input = new Input();
        var message = input.text("text", text);
        if (!input.flaws().isEmpty()) {
            return page(link, mine, text == null ? "" : text, input.flaws(), HttpStatus.BAD_REQUEST);
        }
        try {
            intake.count(from);
            mine.once(FormKey.of(formKey, text)).write(message);
        } catch (TooOften tooOften) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooOften.seconds()));
            var flaw = new Flaw(
                    "text",
                    "was not sent: there were too many from your connection. It is still here, send it again in %s"
                            .formatted(tooOften.inWords()));
            return page(link, mine, message, List.of(flaw), HttpStatus.TOO_MANY_REQUESTS);
        } catch (ActionRefused withdrawn) {
            return asNewInquiry(message);
        }
        return HelpPage.to(link);
    }

    @PostMapping("/person")
    ModelAndView requestPerson(@PathVariable CustomerLink link) {
        return act(link, CustomerCase::requestPerson);
    }

    @PostMapping("/call")
    ModelAndView askForCall(@PathVariable CustomerLink link, @RequestParam(required = false) @Nullable String phone) {
        var mine = enter(link);
        var input = new Input();
        var number = input.phone("phone", phone);
        if (number == null) {
            var page = page(link, mine, "", input.flaws(), HttpStatus.BAD_REQUEST);
            page.addObject("phone", phone);
            return page;
        }
        return act(link, same -> same.askForCall(number));
    }

    @PostMapping("/writing")
    ModelAndView preferWriting(@PathVariable CustomerLink link) {
        return act(link, CustomerCase::preferWriting);
    }

    @PostMapping("/verdict")
    ModelAndView judge(@PathVariable CustomerLink link, @RequestParam boolean solved) {
        return act(link, mine -> mine.judge(solved));
    }

    @PostMapping("/rating")
    ModelAndView rate(
            @PathVariable CustomerLink link,
            @RequestParam(required = false) @Nullable Integer score,
            @RequestParam(required = false) @Nullable String comment) {
        var mine = enter(link);
        var input = new Input();
        var stars = input.score("score", score);
        var words = input.comment("comment", comment);
        if (!input.flaws().isEmpty()) {
            var page = page(link, mine, "", input.flaws(), HttpStatus.BAD_REQUEST);
            page.addObject("comment", comment);
            page.addObject("score", score);
            return page;
        }
        try {
            mine.rate(stars, words);
        } catch (RatingTooLate tooLate) {
            var flaw = new Flaw("rating", "was not taken: the inquiry was closed and its answer is too old");
            return page(link, mine, "", List.of(flaw), HttpStatus.CONFLICT);
        } catch (ActionRefused stale) {
            return words == null ? moved(link) : asMessage(link, mine, words);
        }
        return HelpPage.to(link);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(@PathVariable CustomerLink link) {
        return act(link, CustomerCase::withdraw);
    }

    /** A click on a page that is out of date changes nothing and shows how things stand. */
    private ModelAndView act(CustomerLink link, Consumer<CustomerCase> action) {
        var mine = enter(link);
        try {
            action.accept(mine);
        } catch (ActionRefused stale) {
            return moved(link);
        }
        return HelpPage.to(link);
    }

    private static ModelAndView moved(CustomerLink link) {
        return new ModelAndView("redirect:" + link.path() + "?moved");
    }

    /** What was said with a rating that does not fit any more is kept as a message to be sent. */
    private ModelAndView asMessage(CustomerLink link, CustomerCase mine, String words) {
        if (mine.read().state() == State.WITHDRAWN) {
            return asNewInquiry(words);
        }
        var flaw = new Flaw("text", "was not sent, for the inquiry has moved on meanwhile. You can send it now");
        return page(link, mine, words, List.of(flaw), HttpStatus.CONFLICT);
    }

    private static ModelAndView asNewInquiry(String text) {
        return HelpPage.form(
                AskForm.about(text),
                List.of(new Flaw("withdrawn", "The inquiry was withdrawn. You can send this as a new one.")),
                HttpStatus.CONFLICT);
    }

    private ModelAndView page(CustomerLink link, CustomerCase mine, String typed, List<Flaw> flaws, HttpStatus status) {
        var conversation = conversation(mine);
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

    private CustomerCase enter(CustomerLink link) {
        return inquiries.enter(link.id(), link.token());
    }

    private ConversationView conversation(CustomerCase mine) {
        var file = mine.read();
        var standing = standings.of(file);
        return ConversationView.of(
                file,
                standing,
                standings.expectation(file, standing).orElse(null),
                mine.wantsCall(),
                company.company(),
                standings.zone(file),
                clock.instant());
    }
}
