package org.tandem.desk.pool;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.desk.Task;
import org.tandem.desk.TaskForms;
import org.tandem.desk.pay.PaidWork;
import org.tandem.desk.pay.Price;
import org.tandem.desk.pay.Pricing;

/** What offered work is worth. Where no rate card is valid, work is offered without a price rather than not at all. */
@Component
class Prices {

    private static final Logger log = LoggerFactory.getLogger(Prices.class);

    private final ObjectProvider<Pricing> pricing;
    private final TaskForms forms;

    Prices(ObjectProvider<Pricing> pricing, TaskForms forms) {
        this.pricing = pricing;
        this.forms = forms;
    }

    @Nullable
    Price of(Task task, Instant now) {
        var subject = task.subject();
        var skills = Set.copyOf(Objects.requireNonNullElse(subject.skills(), Set.<String>of()));
        var prices = pricing.getIfAvailable();
        try {
            return prices == null ? null : prices.price(new PaidWork(kind(task), skills, subject.language(), now));
        } catch (IllegalStateException none) {
            log.warn("Task {} is offered without a price: {}", task.key(), none.getMessage());
            return null;
        }
    }

    private PaidWork.Kind kind(Task task) {
        return forms.isCall(task) ? PaidWork.Kind.CALL_BACK : PaidWork.Kind.ANSWER;
    }
}
