package org.tandem.desk.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.desk.Calls;
import org.tandem.privacy.PhoneNumber;
import org.tandem.staff.StaffMember;

/** Shows a customer's phone number to whoever has the task of calling them. It is never part of another page. */
@Controller
class PhonePage {

    private final Calls calls;

    PhonePage(Calls calls) {
        this.calls = calls;
    }

    @PostMapping("/desk/tasks/{key}/phone")
    ModelAndView show(StaffMember me, @PathVariable long key) {
        var number = calls.number(me, key).map(PhoneNumber::forPeople);
        var page = new ModelAndView("desk/phone");
        page.setStatus(number.isPresent() ? HttpStatus.OK : HttpStatus.CONFLICT);
        page.addObject("key", key);
        page.addObject("number", number.orElse(null));
        return page;
    }
}
