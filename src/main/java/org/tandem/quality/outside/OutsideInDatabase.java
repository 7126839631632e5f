package org.tandem.quality.outside;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.assistant.evaluation.HandledCases;
import org.tandem.quality.CommandDatabase;

/** {@link OutsideShare} for a command. */
public final class OutsideInDatabase implements HandledCases {

    @Override
    public Told outside(List<String> settings) {
        try {
            return CommandDatabase.with(
                    settings,
                    parts -> {},
                    context -> told(new OutsideShare(context.getBean(JdbcClient.class), Clock.systemUTC()).estimate()));
        } catch (CommandDatabase.NotThere e) {
            return new Told(null, String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        }
    }

    private static Told told(Estimate estimate) {
        return new Told(
                Double.isNaN(estimate.share())
                        ? null
                        : new Share(
                                estimate.share(), estimate.low(), estimate.high(), estimate.said() + estimate.audits()),
                estimate.inWords());
    }
}
