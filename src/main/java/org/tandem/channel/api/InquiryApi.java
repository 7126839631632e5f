package org.tandem.channel.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.channel.Input;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;

/** What customers do with their inquiries. Whoever has the token of an inquiry is its customer ({@link TokenCheck}). */
@RestController
@RequestMapping("/api/inquiries")
@Tag(name = "Inquiries")
@SecurityRequirement(name = ApiConfiguration.TOKEN)
class InquiryApi {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Inquiries inquiries;

    InquiryApi(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @PostMapping
    @SecurityRequirements
    @Operation(
            summary = "Open an inquiry",
            description =
                    "Accepted means kept: it is stored before this answers. The same Idempotency-Key with the same content"
                            + " gives the same answer again, with other content it is refused.")
    @ApiResponse(responseCode = "201", description = "The inquiry and the token that opens it")
    ResponseEntity<Opened> open(
            @RequestBody Requests.Open request,
            @Parameter(description = "1 to 200 printable characters, for example a UUID")
                    @RequestHeader(name = IDEMPOTENCY_KEY, required = false)
                    @Nullable
                    String idempotencyKey) {
        var input = new Input();
        var key = input.idempotencyKey(IDEMPOTENCY_KEY, idempotencyKey);
        var opened = Opened.of(inquiries.open(request.checked(input), key));
        return ResponseEntity.created(URI.create(opened.links().self())).body(opened);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read the inquiry and its conversation")
    InquiryView read(@PathVariable UUID id) {
        return view(new InquiryId(id));
    }

    @PostMapping("/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Write more",
            description =
                    "After an answer this brings the inquiry to a person. The same text again within a minute, or the same"
                            + " Idempotency-Key, is taken once.")
    InquiryView write(
            @PathVariable UUID id,
            @RequestBody Requests.Write request,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String idempotencyKey) {
        var input = new Input();
        var text = input.text("text", request.text());
        var key = input.idempotencyKey(IDEMPOTENCY_KEY, idempotencyKey);
        input.orRefuse();
        inquiries.write(new InquiryId(id), text, key);
        return view(new InquiryId(id));
    }

    @PostMapping("/{id}/person-request")
    @Operation(summary = "Ask for a person", description = "Always possible until the inquiry is withdrawn.")
    InquiryView requestPerson(@PathVariable UUID id) {
        inquiries.requestPerson(new InquiryId(id));
        return view(new InquiryId(id));
    }

    @PostMapping("/{id}/verdict")
    @Operation(summary = "Say whether the answer solved it")
    @ApiResponse(responseCode = "409", description = "There is no answer to judge, or not this one any more")
    InquiryView judge(@PathVariable UUID id, @RequestBody Requests.Judge request) {
        var input = new Input();
        var solved = input.yesOrNo("solved", request.solved());
        input.orRefuse();
        inquiries.verdict(new InquiryId(id), solved);
        return view(new InquiryId(id));
    }

    @PostMapping("/{id}/rating")
    @Operation(summary = "Rate how it was handled", description = "Can be changed; the last one counts.")
    InquiryView rate(@PathVariable UUID id, @RequestBody Requests.Rate request) {
        var input = new Input();
        var score = input.score("score", request.score());
        var comment = input.comment("comment", request.comment());
        input.orRefuse();
        inquiries.rate(new InquiryId(id), score, comment);
        return view(new InquiryId(id));
    }

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Withdraw the inquiry")
    InquiryView withdraw(@PathVariable UUID id) {
        inquiries.withdraw(new InquiryId(id));
        return view(new InquiryId(id));
    }

    private InquiryView view(InquiryId id) {
        return InquiryView.of(inquiries.get(id));
    }
}
