package org.tandem.engine.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.tandem.engine.Engine;
import org.tandem.engine.core.Command;
import org.tandem.engine.core.Core;
import org.tandem.engine.rest.http.Answer;

/** Commands as requests. */
record Commands(Engine engine) {

    /** Done, and nothing to tell. */
    CompletableFuture<Answer> run(Consumer<Core> what) {
        return engine.submit(core -> {
            what.accept(core);
            return Answer.NOTHING;
        });
    }

    /** What is told is put together while the command runs. */
    CompletableFuture<Answer> ask(Command<? extends JsonNode> what) {
        return engine.submit(what::run).thenApply(Answer::json);
    }
}
