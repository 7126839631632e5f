package org.tandem.staff.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.staff.SignInWays;

/** Where people of the staff sign in; what they sent is looked at by Spring Security, which leads back here when something is wrong. */
@Controller
class SignInPage {

    private final SignInWays ways;

    SignInPage(SignInWays ways) {
        this.ways = ways;
    }

    @GetMapping("/sign-in")
    ModelAndView show(
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) @Nullable String failed) {
        var page = page();
        if (failed != null) {
            page.addObject(
                    "flaw",
                    "Your organisation did not sign you in. Please try again, or ask whoever looks after its accounts.");
        } else if (out != null) {
            page.addObject("notice", "You are signed out.");
        } else if (ended != null) {
            page.addObject("notice", "Your session has ended. Sign in, and you are back where you were.");
        }
        return page;
    }

    /** After a try that failed; what to say comes with the request. */
    @PostMapping("/sign-in/again")
    ModelAndView again() {
        return page();
    }

    /** Somebody is signed in and may not do this; what to say comes with the request. */
    @RequestMapping("/sign-in/refused")
    String refused(@RequestAttribute(required = false) @Nullable String refusal) {
        return refusal == null ? "redirect:/sign-in" : "staff/refused";
    }

    /** Somebody is signed out here, and goes on to be signed out at their organisation. */
    @RequestMapping("/sign-in/signing-out")
    String signingOut(@RequestAttribute(required = false) @Nullable String provider) {
        return provider == null ? "redirect:/sign-in" : "staff/signing-out";
    }

    private ModelAndView page() {
        var page = new ModelAndView("staff/sign-in");
        page.addObject("accounts", ways.accounts());
        page.addObject("providers", ways.providers());
        return page;
    }
}
