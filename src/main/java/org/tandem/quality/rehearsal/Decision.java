package org.tandem.quality.rehearsal;

/**
 * What was decided about an inquiry before anybody had labelled it.
 *
 * @param judgement of the model that decides
 * @param risk of being wrong, in parts of the greatest risk that is answered: up to 1 it could be; infinite while the gate is shut
 * @param statedRisk probability of being wrong; 1 while the gate is shut
 * @param answered whether the answer went out
 * @param auditShare with which probability a person sees it: 1 if it was not answered
 */
record Decision(Judgement judgement, double risk, double statedRisk, boolean answered, double auditShare) {

    String topic() {
        return judgement.topic();
    }

    /** Whether it would have been answered had its topic been open. */
    boolean couldBeAnswered() {
        return risk <= 1;
    }
}
