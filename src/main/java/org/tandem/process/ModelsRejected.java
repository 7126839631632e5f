package org.tandem.process;

/** The engine answers, but does not take the models. */
class ModelsRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    ModelsRejected(Throwable failure) {
        super(
                (EngineFailure.isNotLetIn(failure)
                                ? "The engine does not let Tandem in (see camunda.client.auth), so it has no models: "
                                : "The engine refuses the models: ")
                        + EngineFailure.reason(failure),
                failure);
    }
}
