package org.tandem.channel.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.channel.Input;
import org.tandem.channel.Intake;
import org.tandem.channel.Standings;
import org.tandem.inquiry.CustomerCase;
import org.tandem.inquiry.Inquiries;

/** What customers do with their inquiries. Whoever has the token of an inquiry is its customer ({@link ByToken}). */
@RestController
@RequestMapping("/api/inquiries")
@Tag(name = "Inquiries")
@SecurityRequirement(name = ApiConfiguration.TOKEN)
class InquiryApi {

    private final Inquiries inquiries;
    private final Intake intake;
    private final Standings standings;

    InquiryApi(Inquiries inquiries, Intake intake, Standings standings) {
        this.inquiries = inquiries;
        this.intake = intake;
        this.standings = standings;
    }

    @PostMapping
    @ByKey
    @SecurityRequirements
    @Operation(
            summary = "Open an inquiry",
            description =
                    "Accepted means kept: it is stored before this answers. The same Idempotency-Key with the same"
                            + " content gives the same answer again, with other content it is refused.")
    @ApiResponse(responseCode = "201", description = "The inquiry and the token that opens it")
    @ApiResponse(
            responseCode = "429",
            description = "Too many from this address; Retry-After says when to send it again")
    ResponseEntity<Opened> open(
            @RequestBody Requests.Open request,
            @Parameter(hidden = true) @RequestHeader(name = ByKey.HEADER, required = false) @Nullable
                    String idempotencyKey,
            HttpServletRequest from) {
        intake.count(from);
        var input = new Input();
        var key = input.idempotencyKey(ByKey.HEADER, idempotencyKey);
        var opened = Opened.of(inquiries.open(request.checked(input), key));
        return ResponseEntity.created(URI.create(opened.links().self())).body(opened);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read the inquiry and its conversation",
            description =
                    "The state is WAITING_FOR_PERSON from when a person is needed until people have a task for it, then"
                            + " WITH_PERSON until one has answered.")
    InquiryView read(@ByToken CustomerCase mine) {
        return view(mine);
    }

    @PostMapping("/{id}/messages")
    @ByKey
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Write more",
            description =
                    "After an answer this brings the inquiry to a person. Without a key, the same text again within a"
                            + " minute is taken once.")
    InquiryView write(@ByToken CustomerCase mine, @RequestBody Requests.Write request, HttpServletRequest from) {
        intake.count(from);
        var input = new Input();
        var text = input.text("text", request.text());
        input.orRefuse();
        mine.write(text);
        return view(mine);
    }

    @PostMapping("/{id}/person-request")
    @ByKey
    @Operation(summary = "Ask for a person", description = "Always possible until the inquiry is withdrawn.")
    InquiryView requestPerson(@ByToken CustomerCase mine) {
        mine.requestPerson();
        return view(mine);
    }

    @PostMapping("/{id}/call-request")
    @ByKey
    @Operation(
            summary = "Ask to be called instead of a written answer",
            description =
                    "Possible while a person is waited for. Another number takes the place of the first; only whoever calls sees it,"
                            + " and it is forgotten with the answer.")
    @ApiResponse(responseCode = "409", description = "No person is waited for")
    InquiryView askForCall(@ByToken CustomerCase mine, @RequestBody Requests.Call request) {
        var input = new Input();
        var number = input.phone("phone", request.phone());
        input.orRefuse();
        mine.askForCall(Objects.requireNonNull(number));
        return view(mine);
    }

    @PostMapping("/{id}/writing-request")
    @ByKey
    @Operation(summary = "Have a written answer after all", description = "Takes back that a call was asked for.")
    InquiryView preferWriting(@ByToken CustomerCase mine) {
        mine.preferWriting();
        return view(mine);
    }

    @PostMapping("/{id}/verdict")
    @ByKey
    @Operation(summary = "Say whether the answer solved it")
    @ApiResponse(responseCode = "409", description = "There is no answer to judge, or not this one any more")
    InquiryView judge(@ByToken CustomerCase mine, @RequestBody Requests.Judge request) {
        var input = new Input();
        var solved = input.yesOrNo("solved", request.solved());
        input.orRefuse();
        mine.judge(solved);
        return view(mine);
    }

    @PostMapping("/{id}/rating")
    @ByKey
    @Operation(summary = "Rate how it was handled", description = "Can be changed; the last one counts.")
    InquiryView rate(@ByToken CustomerCase mine, @RequestBody Requests.Rate request) {
        var input = new Input();
        var score = input.score("score", request.score());
        var comment = input.comment("comment", request.comment());
        input.orRefuse();
        mine.rate(score, comment);
        return view(mine);
    }

    @PostMapping("/{id}/withdrawal")
    @ByKey
    @Operation(summary = "Withdraw the inquiry")
    InquiryView withdraw(@ByToken CustomerCase mine) {
        mine.withdraw();
        return view(mine);
    }

    private InquiryView view(CustomerCase mine) {
        var file = mine.read();
        var standing = standings.of(file);
        return InquiryView.of(file, standing, standings.expectation(file, standing), mine.wantsCall());
    }
}
