package org.tandem.quality.automation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start how far the AI may answer, and what that rests on. */
@Component
class StartNote {

    private static final Logger log = LoggerFactory.getLogger(StartNote.class);

    private final Switchboard switchboard;
    private final AutomationSettings settings;

    StartNote(Switchboard switchboard, AutomationSettings settings) {
        this.switchboard = switchboard;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        log.info(
                "Automation is {}. {}",
                switchboard.standing(Subject.EVERYTHING).inWords(),
                settings.start() == AutomationSettings.Start.OPEN
                        ? "What is new is open on what its examples promise, which nobody has proven for your customers: set"
                                + " tandem.quality.automation.start=shadow to compare it with people first"
                        : "What is new is compared with people until a lead opens it on the page /quality/automation");
    }
}
