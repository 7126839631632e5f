package org.tandem.channel.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Expectation;
import org.tandem.inquiry.Message;
import org.tandem.inquiry.Moments;
import org.tandem.inquiry.PeopleAtWork.Standing;
import org.tandem.inquiry.Rating;
import org.tandem.inquiry.Source;
import org.tandem.inquiry.State;

/** An inquiry as its page shows it: everything in words, and which actions fit now. */
record ConversationView(
        String number,
        String state,
        StateInWords words,
        @Nullable String waiting,
        List<Said> messages,
        @Nullable String withPerson,
        boolean canAskForPerson,
        boolean canAskForCall,
        boolean wantsCall,
        boolean canJudge,
        boolean canWrite,
        boolean canRate,
        boolean canWithdraw,
        @Nullable Rating rating,
        int pollSeconds) {

    record Said(String id, String kind, String who, String text, String at, String atInWords, List<Source> sources) {}

    static ConversationView of(
            CaseFile file,
            Standing standing,
            @Nullable Expectation expected,
            boolean wantsCall,
            String company,
            ZoneId zone,
            Instant now) {
        var state = file.state();
        var withdrawn = state == State.WITHDRAWN;
        var answered = state == State.AI_ANSWERED || state == State.ANSWERED_BY_PERSON;
        return new ConversationView(
                file.number(),
                state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                StateInWords.of(file, standing, now),
                expected == null ? null : WaitInWords.of(expected),
                file.messages().stream()
                        .map(message -> said(message, company, zone))
                        .toList(),
                withPerson(state, standing),
                !withdrawn && state != State.WITH_PERSON,
                state == State.WITH_PERSON && standing != Standing.TAKEN && !wantsCall,
                state == State.WITH_PERSON && wantsCall,
                answered || file.presumedSolved(),
                !withdrawn,
                state == State.RESOLVED,
                !withdrawn && !file.closed(),
                file.rating(),
                pollSeconds(file));
    }

    /** Tells whether anything that is shown has changed. */
    public String seen() {
        var shown = Objects.hash(
                state,
                words,
                waiting,
                canAskForCall,
                wantsCall,
                messages.size(),
                canJudge,
                rating == null ? 0 : rating.score(),
                rating == null ? "" : rating.comment());
        return Integer.toHexString(shown);
    }

    /** What stands in the place of the button that asks for a person. */
    private static @Nullable String withPerson(State state, Standing standing) {
        if (state != State.WITH_PERSON) {
            return null;
        }
        return standing == Standing.TAKEN ? "With a person" : "Waiting for a person";
    }

    private static int pollSeconds(CaseFile file) {
        return switch (file.state()) {
            case RECEIVED -> 1;
            case WITH_PERSON -> 3;
            case AI_ANSWERED, ANSWERED_BY_PERSON -> 5;
            case RESOLVED, WITHDRAWN -> 20;
        };
    }

    private static Said said(Message message, String company, ZoneId zone) {
        return new Said(
                message.id().toString(),
                message.author().name().toLowerCase(Locale.ROOT),
                who(message.author(), company),
                message.text(),
                message.at().toString(),
                Moments.shortly(message.at(), zone),
                message.sources().stream().filter(ConversationView::canBeOpened).toList());
    }

    private static String who(Author author, String company) {
        return switch (author) {
            case CUSTOMER -> "You";
            case AI -> "AI assistant";
            case PERSON -> "A person at " + company;
            case SYSTEM -> company;
        };
    }

    private static boolean canBeOpened(Source source) {
        return source.link().startsWith("https://") || source.link().startsWith("http://");
    }
}
