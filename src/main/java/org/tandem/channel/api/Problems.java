package org.tandem.channel.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tandem.channel.BodyTooLarge;
import org.tandem.channel.Flaw;
import org.tandem.channel.InvalidInput;
import org.tandem.inquiry.ActionRefused;
import org.tandem.inquiry.Busy;
import org.tandem.inquiry.IdempotencyConflict;
import org.tandem.inquiry.InvalidToken;
import org.tandem.inquiry.RatingTooLate;
import org.tandem.inquiry.State;
import org.tandem.inquiry.UnknownInquiry;
import org.tandem.limits.TooOften;

/** Tells clients of the API what is wrong and how it would be right. */
@RestControllerAdvice(assignableTypes = InquiryApi.class)
class Problems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidInput invalid) {
        return wrongFields(invalid.flaws());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        var cause = unreadable.getCause();
        if (cause instanceof BodyTooLarge tooLarge) {
            return problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", tooLarge.getMessage() + ".");
        }
        if (cause instanceof MismatchedInputException mismatch) {
            return mismatch.getPath().isEmpty()
                    ? problem(HttpStatus.BAD_REQUEST, "malformed", "The body must be one JSON object.")
                    : wrongFields(List.of(new Flaw(path(mismatch), expected(mismatch.getTargetType()))));
        }
        var detail = cause instanceof JsonProcessingException json
                ? place(json)
                : "The body is missing or breaks off; send JSON.";
        return problem(HttpStatus.BAD_REQUEST, "malformed", detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missingToken(CaseByToken.MissingToken missing) {
        return unauthorized("Bearer realm=\"inquiry\"", "Send the inquiry's token as 'Authorization: Bearer <token>'.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongToken(InvalidToken wrong) {
        return unauthorized(
                "Bearer realm=\"inquiry\", error=\"invalid_token\"",
                "This token opens no inquiry with this id. Check both: they came together when the inquiry was"
                        + " opened.");
    }

    @ExceptionHandler({UnknownInquiry.class, CaseByToken.NotAnId.class})
    ResponseEntity<ProblemDetail> unknown() {
        return problem(
                HttpStatus.NOT_FOUND,
                "unknown-inquiry",
                "There is no inquiry with this id. Ids look like"
                        + " 3f2b8c1e-0d4a-4c57-9a57-1f4f1f0e6b21 and came when the inquiry was opened.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ActionRefused refused) {
        var problem = body(HttpStatus.CONFLICT, "moved-on", whatToDo(refused.state()) + " Nothing was changed.");
        problem.setProperty("state", refused.state());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RatingTooLate refused) {
        return answer(body(
                HttpStatus.CONFLICT,
                "too-late",
                "The inquiry was closed and its answer is too old to be rated. Nothing was changed."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooOften(TooOften tooOften) {
        return later(
                HttpStatus.TOO_MANY_REQUESTS,
                tooOften.seconds(),
                "too-often",
                "Too many inquiries and messages came from your address. This one was not taken; send it again in %s."
                        .formatted(tooOften.inWords()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy busy) {
        return later(
                HttpStatus.SERVICE_UNAVAILABLE,
                Busy.SECONDS,
                "busy",
                "There is too much to do just now. Nothing was changed; send the request again in %d seconds, with the same"
                                .formatted(Busy.SECONDS)
                        + " Idempotency-Key if it has one.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> conflict(IdempotencyConflict conflict) {
        var problem = body(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "idempotency-key-reused",
                "This Idempotency-Key was used before, with other content. Nothing was changed; send the request with"
                        + " a new key.");
        problem.setProperty("errors", List.of(new Flaw("Idempotency-Key", "was used before, with other content")));
        return answer(problem);
    }

    private static String whatToDo(State state) {
        return switch (state) {
            case RECEIVED -> "There is no answer yet; wait for one or ask for a person.";
            case WITH_PERSON -> "The inquiry is with people now; wait for the answer or write more.";
            case RESOLVED -> "The inquiry is resolved; to go on, write more or ask for a person.";
            case WITHDRAWN -> "The inquiry was withdrawn; to go on, open a new one.";
            case AI_ANSWERED, ANSWERED_BY_PERSON -> "The inquiry was answered meanwhile; read it again first.";
        };
    }

    private static ResponseEntity<ProblemDetail> wrongFields(List<Flaw> flaws) {
        var detail = flaws.stream()
                .map(flaw -> "'%s' %s.".formatted(flaw.field(), flaw.message()))
                .collect(Collectors.joining(" "));
        var problem = body(HttpStatus.BAD_REQUEST, "invalid-input", detail);
        problem.setProperty("errors", flaws);
        return answer(problem);
    }

    private static ResponseEntity<ProblemDetail> unauthorized(String challenge, String detail) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(HttpStatus.UNAUTHORIZED, "token", detail));
    }

    private static ResponseEntity<ProblemDetail> later(HttpStatus status, long seconds, String kind, String detail) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(status, kind, detail));
    }

    private static String path(MismatchedInputException mismatch) {
        return mismatch.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == String.class) {
            return "must be text in quotes";
        }
        if (type == Boolean.class) {
            return "must be true or false";
        }
        return type != null && Number.class.isAssignableFrom(type) ? "must be a number" : "must be a JSON object";
    }

    /** Where the JSON breaks, without repeating what stands there: that may be personal. */
    private static String place(JsonProcessingException json) {
        var location = json.getLocation();
        return location == null
                ? "The body is not valid JSON."
                : "The body is not valid JSON in UTF-8: it breaks at line %d, column %d."
                        .formatted(location.getLineNr(), location.getColumnNr());
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String kind, String detail) {
        return answer(body(status, kind, detail));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail body(HttpStatus status, String kind, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:tandem:problem:" + kind));
        return problem;
    }
}
