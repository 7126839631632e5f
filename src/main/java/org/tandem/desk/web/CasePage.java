package org.tandem.desk.web;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;
import org.tandem.desk.Work;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** A case by its number, wherever somebody of the staff finds it: its task at the desk, or else its history. */
@Controller
class CasePage {

    private static final Set<Role> AT_THE_DESK = Set.of(Role.AGENT, Role.LEAD);
    private static final Set<Role> READ_HISTORY = Set.of(Role.LEAD, Role.ANALYST, Role.AUDITOR, Role.OPERATOR);
    private static final Pattern NUMBER = Pattern.compile("TA(-\\d{4}){2,3}");

    private final Work work;

    CasePage(Work work) {
        this.work = work;
    }

    @GetMapping("/case/{number}")
    ModelAndView find(StaffMember me, @PathVariable String number) {
        var wanted = TaskFilter.caseNumber(number);
        if (NUMBER.matcher(wanted).matches() && isAtTheDesk(me)) {
            var task = work.taskAbout(me, wanted);
            if (task.isPresent()) {
                return redirect("/desk/tasks/" + task.get().key());
            }
        }
        return redirect(readsHistory(me) ? address("/history", "case", number) : address("/desk", "number", number));
    }

    static boolean isAtTheDesk(StaffMember member) {
        return AT_THE_DESK.stream().anyMatch(member::is);
    }

    static boolean readsHistory(StaffMember member) {
        return READ_HISTORY.stream().anyMatch(member::is);
    }

    private static String address(String path, String parameter, String value) {
        var address = UriComponentsBuilder.fromPath(path);
        if (path.equals("/desk")) {
            address.queryParam("view", "groups");
        }
        return address.queryParam(parameter, "{value}")
                .encode()
                .buildAndExpand(value)
                .toUriString();
    }

    private static ModelAndView redirect(String address) {
        var redirect = new RedirectView(address, true, false, false);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }
}
