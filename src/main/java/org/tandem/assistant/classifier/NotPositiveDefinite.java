package org.tandem.assistant.classifier;

/** A matrix that must be positive definite is not, within the precision computed with. */
final class NotPositiveDefinite extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPositiveDefinite() {
        super("The matrix is not positive definite");
    }
}
