package org.tandem.staff.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.staff.Role;
import org.tandem.staff.accounts.AccountRefused;
import org.tandem.staff.accounts.AccountView;
import org.tandem.staff.accounts.Accounts;

/** Everybody's accounts, for leads: who is here, with which roles and groups, and who is let in. */
@Controller
@RequestMapping("/staff")
class StaffPage {

    private final Accounts accounts;
    private final Clock clock;

    StaffPage(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @ModelAttribute("allRoles")
    List<Role> allRoles() {
        return List.of(Role.values());
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable String done) {
        var page = list(PersonForm.EMPTY, Map.of(), HttpStatus.OK);
        page.addObject("done", done);
        return page;
    }

    @PostMapping
    ModelAndView add(
            @ModelAttribute("person") PersonForm person, @RequestParam(required = false) @Nullable String password) {
        var account = person.withPassword(password);
        try {
            accounts.add(account);
            return done(account.name(), "added");
        } catch (AccountRefused refused) {
            return list(person, refused.flaws(), HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping("/{name}")
    ModelAndView show(@PathVariable String name, @RequestParam(required = false) @Nullable String done) {
        var account = find(name);
        var page = one(account, PersonForm.of(account), Map.of(), HttpStatus.OK);
        page.addObject("done", done);
        return page;
    }

    @PostMapping("/{name}")
    ModelAndView change(@PathVariable String name, @ModelAttribute("person") PersonForm person) {
        return act(
                name,
                person,
                "changed",
                () -> accounts.change(name, person.displayNameOrNone(), person.rolesOrNone(), person.groupsOrNone()));
    }

    @PostMapping("/{name}/password")
    ModelAndView setPassword(@PathVariable String name, @RequestParam(defaultValue = "") String password) {
        return act(name, PersonForm.of(find(name)), "password", () -> accounts.setPassword(name, password));
    }

    @PostMapping("/{name}/off")
    ModelAndView switchOff(@PathVariable String name) {
        return act(name, PersonForm.of(find(name)), "off", () -> accounts.switchOff(name));
    }

    @PostMapping("/{name}/on")
    ModelAndView switchOn(@PathVariable String name) {
        return act(name, PersonForm.of(find(name)), "on", () -> accounts.switchOn(name));
    }

    private ModelAndView act(String name, PersonForm person, String what, Runnable action) {
        var account = find(name);
        try {
            action.run();
            return done(account.member().name(), what);
        } catch (AccountRefused refused) {
            return one(account, person, refused.flaws(), HttpStatus.BAD_REQUEST);
        }
    }

    private AccountView find(String name) {
        return accounts.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView list(PersonForm person, Map<String, String> flaws, HttpStatus status) {
        var page = new ModelAndView("staff/list");
        page.setStatus(status);
        page.addObject("accounts", accounts.all());
        page.addObject("person", person);
        page.addObject("flaws", flaws);
        page.addObject("now", clock.instant());
        return page;
    }

    private ModelAndView one(AccountView account, PersonForm person, Map<String, String> flaws, HttpStatus status) {
        var page = new ModelAndView("staff/person");
        page.setStatus(status);
        page.addObject("account", account);
        page.addObject("person", person);
        page.addObject("flaws", flaws);
        page.addObject("now", clock.instant());
        return page;
    }

    private static ModelAndView done(String name, String what) {
        return new ModelAndView("redirect:/staff/%s?done=%s".formatted(name, what));
    }
}
