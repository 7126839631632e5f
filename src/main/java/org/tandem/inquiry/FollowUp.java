package org.tandem.inquiry;

/** Whether an inquiry rests once it is answered, or the customer came back meanwhile. */
public sealed interface FollowUp {

    record Resting(String conversationKey) implements FollowUp {}

    record CameBack() implements FollowUp {}
}
