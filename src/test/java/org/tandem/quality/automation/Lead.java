package org.tandem.quality.automation;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a lead, or the guardrail, does with a topic in tests of the whole. */
public final class Lead {

    private final ApplicationContext context;

    public Lead(ApplicationContext context) {
        this.context = context;
    }

    public void makesSilent(String topic) {
        change(topic, Mode.SHADOW, 0, "lena");
    }

    public void releases(String topic, double share) {
        change(topic, Mode.RELEASED, share, "lena");
    }

    public void opens(String topic) {
        change(topic, Mode.OPEN, 1, "lena");
    }

    public void seesItShut(String topic) {
        change(topic, Mode.SHUT, 0, Standing.BY_GUARDRAIL);
    }

    public String mode(String topic) {
        return context.getBean(Switchboard.class)
                .standing(Subject.topic(topic))
                .mode()
                .name();
    }

    /** As if nobody had changed anything. */
    public void forgets() {
        var database = context.getBean(JdbcClient.class);
        database.sql("delete from automation_state").update();
        database.sql("delete from automation_change").update();
    }

    private void change(String topic, Mode mode, double share, String by) {
        context.getBean(Switchboard.class).change(Subject.topic(topic), mode, share, by, "To see what happens");
    }
}
