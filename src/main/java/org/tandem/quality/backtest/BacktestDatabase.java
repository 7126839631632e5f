package org.tandem.quality.backtest;

import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Import;
import org.tandem.assistant.StoredModels;
import org.tandem.policy.ModelPolicy;
import org.tandem.quality.CommandDatabase;

/** The backtest without the rest of the application. It reads the database and never changes it. */
final class BacktestDatabase {

    private BacktestDatabase() {}

    /**
     * @param settings of the application, as on its command line
     * @throws CommandDatabase.NotThere if the database cannot be read
     */
    static <T> T with(ModelPolicy policy, List<String> settings, Function<Backtest, T> work) {
        return CommandDatabase.with(
                settings,
                context -> {
                    context.registerBean(ModelPolicy.class, () -> policy);
                    context.registerBean(Parts.class);
                },
                context -> work.apply(context.getBean(Backtest.class)));
    }

    @Import({
        Backtest.class,
        History.class,
        LedgerLabels.class,
        HandlingTime.class,
        CustomerTexts.class,
        StoredModels.class
    })
    static final class Parts {}
}
