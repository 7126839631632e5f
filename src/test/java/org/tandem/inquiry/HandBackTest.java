package org.tandem.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.inquiry.Cases.NOW;
import static org.tandem.inquiry.Cases.attempt;
import static org.tandem.inquiry.Cases.handOver;
import static org.tandem.inquiry.Cases.in;
import static org.tandem.inquiry.Cases.key;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.inquiry.Cases.Stage;

class HandBackTest {

    @Test
    void theAiGetsTheCaseInAStretchOfItsOwnAndTheCustomerIsTold() {
        var inquiry = withPerson();
        var key = key(inquiry);

        var done = handBack(inquiry, key);

        assertThat(done).isEqualTo(new HandingBack.Done(key(inquiry)));
        assertThat(key(inquiry)).isNotEqualTo(key);
        assertThat(inquiry.snapshot().state()).isEqualTo(State.RECEIVED);
        assertThat(inquiry.snapshot().messages().getLast().text()).contains("You can ask for one at any time");
        assertThat(inquiry.events()).hasAtLeastOneElementOfType(InquiryEvent.HandedBack.class);
    }

    @Test
    void handingBackAgainChangesNothingAlsoAfterTheCustomerGotAPersonMeanwhile() {
        var inquiry = withPerson();
        var key = key(inquiry);
        var done = handBack(inquiry, key);
        inquiry.requestPerson(NOW);

        assertThat(handBack(inquiry, key)).isEqualTo(done);
        assertThat(inquiry.snapshot().state()).isEqualTo(State.WITH_PERSON);
    }

    @Test
    void whoseCaseComesBackIsToldThatOnceAndNotWhatTheyWereToldBefore() {
        var inquiry = withPerson();
        handBack(inquiry, key(inquiry));
        inquiry.takeToPerson(key(inquiry), null, NOW);

        inquiry.handOver(handOver(key(inquiry), HandOverReason.GATE), null, NOW);

        assertThat(inquiry.snapshot().messages())
                .extracting(Message::text)
                .doesNotHaveDuplicates()
                .endsWith(
                        "Our AI assistant could not answer it, so a person does. Our target is an answer within 2 hours.");
    }

    @Test
    void aCaseIsHandedBackOnce() {
        var inquiry = withPerson();
        handBack(inquiry, key(inquiry));
        inquiry.takeToPerson(key(inquiry), null, NOW);
        inquiry.handOver(handOver(key(inquiry), HandOverReason.GATE), null, NOW);

        assertThat(handBack(inquiry, key(inquiry)))
                .isEqualTo(refused("This case was handed back to the AI before, and that is done once."));
    }

    @Test
    void whoeverAskedForAPersonKeepsOneAlsoIfTheyAskedWhileAPersonHadIt() {
        var inquiry = withPerson();
        inquiry.requestPerson(NOW);

        assertThat(handBack(inquiry, key(inquiry))).isEqualTo(refused("The customer asked for a person."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaint", "vulnerability", "fraud", "legal-threat"})
    void whatWasHeardToBeForPeopleStaysWithThem(String heard) {
        var inquiry = in(Stage.RECEIVED);
        var findings = new Findings(List.of(), List.of(), List.of(heard), null, null, List.of());
        inquiry.keepAttempt(attempt(key(inquiry), 1, null, "parcel-late", findings));

        assertThat(handBack(withPerson(inquiry), key(inquiry)))
                .isEqualTo(refused("This is a complaint, or something that only a person should answer."));
    }

    @Test
    void aComplaintThatAPersonNoticedStaysWithPeople() {
        var inquiry = withPerson();
        inquiry.noteComplaint(null, NOW);

        assertThat(handBack(inquiry, key(inquiry)))
                .isEqualTo(refused("This is a complaint, or something that only a person should answer."));
    }

    @ParameterizedTest
    @EnumSource(names = {"AI_ANSWERED", "ANSWERED_BY_PERSON"})
    void whoeverComesBackWithAnAnswerTalksToAPerson(Stage stage) {
        var inquiry = in(stage);
        inquiry.verdict(false, NOW);
        inquiry.handOver(handOver(key(inquiry), HandOverReason.NOT_SOLVED), null, NOW);

        assertThat(handBack(inquiry, key(inquiry)))
                .isEqualTo(refused("The customer has an answer already, and whoever comes back talks to a person."));
    }

    @Test
    void whatTheCustomerWithdrewIsNotHandedBack() {
        var inquiry = withPerson();
        inquiry.withdraw(NOW);

        assertThat(handBack(inquiry, key(inquiry))).isEqualTo(refused("The case is not with a person any more."));
    }

    private static Inquiry withPerson() {
        return withPerson(in(Stage.RECEIVED));
    }

    private static Inquiry withPerson(Inquiry inquiry) {
        inquiry.takeToPerson(key(inquiry), null, NOW);
        inquiry.handOver(handOver(key(inquiry), HandOverReason.GATE), null, NOW);
        return inquiry;
    }

    private static HandingBack handBack(Inquiry inquiry, String key) {
        return inquiry.handBack(key, "NO_PERSON_NEEDED", "anna", false, NOW);
    }

    private static HandingBack refused(String why) {
        return new HandingBack.Refused(why);
    }
}
