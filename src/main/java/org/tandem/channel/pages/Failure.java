package org.tandem.channel.pages;

import org.springframework.http.HttpStatus;

/** A failure in words. */
record Failure(String title, String toPeople, String toPrograms) {

    static Failure of(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED ->
                new Failure(
                        "This link does not open a conversation",
                        "It may have been cut off when it was copied or mailed. Please open the complete link, as you"
                                + " got it.",
                        "Send the inquiry's token as 'Authorization: Bearer <token>'.");
            case NOT_FOUND ->
                new Failure(
                        "There is nothing at this address",
                        "Please check the link. Your conversations stay where they are, under the link you got for"
                                + " each.",
                        "There is nothing at this address; /api/docs lists what there is.");
            case METHOD_NOT_ALLOWED ->
                new Failure(
                        "That does not work here",
                        "Please go back and use the buttons of the page.",
                        "This address does not take this method; the Allow header lists those it takes.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new Failure(
                        "That could not be read",
                        "Please go back and use the form of the page.",
                        "Send JSON, with 'Content-Type: application/json'.");
            case NOT_ACCEPTABLE ->
                new Failure(
                        "That cannot be shown",
                        "Please open the page in a browser.",
                        "Answers are JSON; accept application/json.");
            case PAYLOAD_TOO_LARGE ->
                new Failure(
                        "That is more than can be sent at once",
                        "A message can have up to 8,000 characters. Go back: what you wrote is still there.",
                        "The body is too large: a text has at most 8,000 characters, a whole request 256 KB.");
            case SERVICE_UNAVAILABLE ->
                new Failure(
                        "There is too much to do just now",
                        "What you sent before is safe. Please go back and send this again in a moment; what you wrote"
                                + " is still there.",
                        "There is too much to do just now. It is safe to send the request again in a moment, with the"
                                + " same Idempotency-Key.");
            default ->
                status.is4xxClientError()
                        ? new Failure(
                                "That could not be read",
                                "Please go back and try it once more; what you wrote is still there.",
                                "The request could not be read.")
                        : new Failure(
                                "Something failed on our side",
                                "We are sorry. What you sent before is safe. Please try again in a moment.",
                                "Something failed on our side. It is safe to send the request again, with the same"
                                        + " Idempotency-Key.");
        };
    }
}
