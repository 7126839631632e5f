package org.tandem.quality.rehearsal;

/** A trained model. It does not learn; what was labelled later is in the {@link Memory}. */
@FunctionalInterface
interface Mind {

    Judgement judge(Incoming inquiry);
}
