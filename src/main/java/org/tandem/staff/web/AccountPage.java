package org.tandem.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.staff.Authorities;
import org.tandem.staff.StaffMember;
import org.tandem.staff.accounts.AccountPrincipal;
import org.tandem.staff.accounts.AccountRefused;
import org.tandem.staff.accounts.Accounts;

/** One's own account: who one is here, and another password. */
@Controller
@RequestMapping("/account")
class AccountPage {

    private final Accounts accounts;

    AccountPage(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView show(StaffMember member, @RequestParam(required = false) @Nullable String changed) {
        var page = page(member, Map.of(), HttpStatus.OK);
        page.addObject("changed", changed != null);
        return page;
    }

    /** Everybody else's sessions with this account end; this one goes on. */
    @PostMapping("/password")
    ModelAndView changePassword(
            StaffMember member,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!hasOwnPassword()) {
            return page(member, Map.of(), HttpStatus.FORBIDDEN);
        }
        if (!password.equals(again)) {
            return page(
                    member, Map.of("again", "The new password is not the same both times."), HttpStatus.BAD_REQUEST);
        }
        try {
            goOn(accounts.changePassword(member.name(), current, password, request.getRemoteAddr()), request, response);
            return new ModelAndView("redirect:/account?changed");
        } catch (AccountRefused refused) {
            return page(member, refused.flaws(), HttpStatus.BAD_REQUEST);
        }
    }

    /** For the script of a page that is older than this session: what its forms have to send along. */
    @GetMapping("/token")
    @ResponseBody
    Map<String, String> token(StaffMember member, CsrfToken token) {
        return Map.of("name", member.name(), "token", token.getToken());
    }

    /** Where somebody lands who signs in for the sake of a page in another window. */
    @GetMapping("/signed-in")
    String signedIn() {
        return "staff/signed-in";
    }

    private ModelAndView page(StaffMember member, Map<String, String> flaws, HttpStatus status) {
        var page = new ModelAndView("staff/account");
        page.setStatus(status);
        page.addObject("member", member);
        page.addObject("flaws", flaws);
        page.addObject("changed", false);
        page.addObject("ownPassword", hasOwnPassword());
        return page;
    }

    /** Whoever signed in with the organisation is nobody else's account, even one of the same name. */
    private static boolean hasOwnPassword() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AccountPrincipal;
    }

    private static void goOn(AccountPrincipal principal, HttpServletRequest request, HttpServletResponse response) {
        var context = new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, Authorities.of(principal.member())));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}
