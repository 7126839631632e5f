package org.tandem.audit.web;

import java.util.Map;
import org.tandem.audit.Minimised;
import org.tandem.audit.Trail;

/** An incident. Its message may quote a value, so it is masked. */
record TroubleLine(Trail.Trouble trouble, String type, String message, String step, Moment at) {

    static TroubleLine of(Trail.Trouble trouble, Map<String, String> names, Minimised minimised) {
        return new TroubleLine(
                trouble,
                Labels.of(trouble.type()),
                minimised.message(trouble.message()),
                names.getOrDefault(trouble.element(), trouble.element()),
                Moment.of(trouble.at()));
    }
}
