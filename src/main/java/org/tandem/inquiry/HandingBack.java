package org.tandem.inquiry;

/** What became of a person's wish to hand a case back to the AI. */
public sealed interface HandingBack {

    /** The AI has it again, in the stretch of the conversation with this key. */
    record Done(String conversationKey) implements HandingBack {}

    /** It stays with people; {@code why} is a sentence. */
    record Refused(String why) implements HandingBack {}
}
