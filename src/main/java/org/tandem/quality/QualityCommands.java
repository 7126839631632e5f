package org.tandem.quality;

import java.util.List;
import org.tandem.assistant.evaluation.HandledCases;
import org.tandem.policy.ModelPolicy;
import org.tandem.quality.backtest.BacktestCommand;
import org.tandem.quality.outside.OutsideInDatabase;
import org.tandem.quality.rehearsal.Rehearse;

/** What team leads can do about quality from the command line. */
public final class QualityCommands {

    private QualityCommands() {}

    /** What the application's database tells, for commands of others. */
    public static HandledCases handledCases() {
        return new OutsideInDatabase();
    }

    /**
     * Each is a command of picocli.
     *
     * @param policy that changed models have to keep
     */
    public static List<Object> all(ModelPolicy policy) {
        return List.of(new Rehearse(), new BacktestCommand(policy));
    }
}
