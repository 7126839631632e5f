package org.tandem.quality.automation;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.staff.StaffMember;

/** How far the AI may answer, what is promised and on what that rests; leads open and shut here, and say why. */
@Controller
@RequestMapping("/quality/automation")
class AutomationPage {

    private static final int HISTORY = 100;

    private final Figured figured;
    private final Standings standings;
    private final Calibrations calibrations;
    private final KnownSubjects known;
    private final Switchboard switchboard;
    private final Calibrating calibrating;

    AutomationPage(
            Figured figured,
            Standings standings,
            Calibrations calibrations,
            KnownSubjects known,
            Switchboard switchboard,
            Calibrating calibrating) {
        this.figured = figured;
        this.standings = standings;
        this.calibrations = calibrations;
        this.known = known;
        this.switchboard = switchboard;
        this.calibrating = calibrating;
    }

    /** What somebody asks for, as it was typed. */
    record Asked(
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String mode,
            @Nullable String percent,
            @Nullable String reason) {

        static final Asked NOTHING = new Asked(null, null, null, null, null);

        public boolean isAbout(Subject other) {
            return other.kind().name().equals(kind) && other.id().equals(subject == null ? "" : subject);
        }

        Subject about() {
            return new Subject(one(Subject.Kind.class, "What is changed", kind), subject == null ? "" : subject);
        }

        Mode wanted() {
            return one(Mode.class, "What becomes of it", mode);
        }

        double share() {
            if (wanted() != Mode.RELEASED) {
                return 0;
            }
            try {
                return Double.parseDouble(percent == null ? "" : percent.strip().replace("%", "")) / 100;
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "The share has to be a number of percent, such as 20, but it is \"%s\".".formatted(percent), e);
            }
        }

        private static <E extends Enum<E>> E one(Class<E> type, String name, @Nullable String value) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("%s has to be one of %s, but it is \"%s\"."
                            .formatted(name, Arrays.toString(type.getEnumConstants()), value)));
        }
    }

    @GetMapping
    ModelAndView show() {
        return page(Asked.NOTHING, null, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView change(@ModelAttribute("asked") Asked asked, StaffMember lead) {
        try {
            var subject = asked.about();
            known.require(subject);
            var reason = asked.reason() == null ? "" : asked.reason();
            switchboard.change(subject, asked.wanted(), asked.share(), lead.name(), reason);
            return new ModelAndView("redirect:/quality/automation");
        } catch (IllegalArgumentException refused) {
            return page(asked, refused.getMessage(), HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/calibrations/{id}")
    ModelAndView use(@PathVariable String id, StaffMember lead) {
        try {
            calibrating.use(UUID.fromString(id), lead.name());
            return new ModelAndView("redirect:/quality/automation");
        } catch (IllegalArgumentException refused) {
            return page(Asked.NOTHING, refused.getMessage(), HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView page(Asked asked, @Nullable String flaw, HttpStatus status) {
        var page = new ModelAndView("quality/automation");
        page.setStatus(status);
        page.addObject("asked", asked);
        page.addObject("flaw", flaw);
        page.addObject("rows", figured.rows());
        page.addObject("promises", figured.promises());
        page.addObject("history", standings.history(HISTORY));
        page.addObject("calibrations", calibrations.history(HISTORY));
        return page;
    }
}
