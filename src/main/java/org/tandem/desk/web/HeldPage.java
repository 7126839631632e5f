package org.tandem.desk.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.desk.Outgoing;
import org.tandem.staff.StaffMember;

/** The answers of somebody that can still be taken back. */
@Controller
class HeldPage {

    private final Outgoing outgoing;
    private final Clock clock;

    HeldPage(Outgoing outgoing, Clock clock) {
        this.outgoing = outgoing;
        this.clock = clock;
    }

    @GetMapping("/desk/held")
    ModelAndView held(StaffMember me) {
        return new ModelAndView(
                "desk/parts :: held",
                "held",
                outgoing.of(me).stream()
                        .map(answer -> HeldView.of(answer, clock.instant()))
                        .toList());
    }
}
