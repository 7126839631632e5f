package org.tandem.quality.automation;

/**
 * How something stands, and what the audits since it was last reopened tell of it.
 *
 * @param audits that were drawn with equal chances
 * @param upper bound of the share of wrong answers, in (0, 1], valid at every moment; 1 without audits
 * @param suspicion how near the guardrail is to shutting it, 0 to 1
 */
record Row(Standing standing, long audits, long wrong, double upper, double suspicion) {

    public String subject() {
        return switch (standing.subject().kind()) {
            case ALL -> "Everything";
            case TOPIC -> standing.subject().id();
            case MODEL -> "Model " + standing.subject().id();
        };
    }

    public String audited() {
        return audits == 0 ? "none yet" : "%d of %d, at most %s %%".formatted(wrong, audits, Percent.of(upper));
    }

    public boolean isModel() {
        return standing.subject().kind() == Subject.Kind.MODEL;
    }

    public String suspicionInWords() {
        return suspicion < 0.05 ? "calm" : "%s %% of the way".formatted(Percent.of(Math.round(suspicion * 20) / 20.0));
    }
}
