package org.tandem.quality.automation;

import java.time.Duration;
import java.util.UUID;
import org.tandem.assistant.Attempt;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityEvent;
import org.tandem.quality.audits.AuditSettings;
import org.tandem.quality.audits.Chances;
import org.tandem.quality.automation.Calibration.Status;
import org.tandem.quality.calibration.Figures;

/** The application's side of a stream of labelled inquiries: it decides on one after the other, and is told what people say of them. */
public final class PlayedApplication {

    private final Board board = new Board(AutomationSettings.Start.OPEN, false);
    private final Chances chances;

    /** @param audit least share of the answers that is audited */
    public PlayedApplication(double audit) {
        chances = new Chances(new AuditSettings(audit, 0.5, 0.1, 0, 0));
    }

    /**
     * @param inParts risk in parts of the greatest that is answered; infinite without a calibration
     * @param chance with which an answer is audited
     */
    public record Decided(InquiryId inquiry, boolean answered, double inParts, double chance) {}

    public static float[] meaning(String text) {
        return Board.meaning(text).orElseThrow();
    }

    public static double[] figures(String topic, double risk) {
        return Figures.of(unpromised(topic, risk).understanding(), risk);
    }

    /** The gate of the table: within the tolerance, and open. What examples promise is nothing. */
    public Decided decide(String asked, String topic, double risk) {
        var id = InquiryId.next();
        board.clock.pass(Duration.ofSeconds(1));
        var word = board.automation.on(id, id + ":1", asked, unpromised(topic, risk), 0);
        boolean would = word.guaranteedRisk() <= Board.TOLERANCE;
        boolean answered = would && word.automation().equals(Word.OPEN);
        board.decided(id, topic, answered ? "AI_ANSWER" : "PERSON", would && !answered ? "withheld" : "any");
        var stated = word.stated();
        double inParts = stated == null ? Double.POSITIVE_INFINITY : stated.inParts();
        if (!answered) {
            return new Decided(id, false, inParts, 1);
        }
        var suspicions = board.suspicions();
        return new Decided(
                id, true, inParts, chances.of(suspicions.risk(id + ":1").orElse(risk), suspicions.of(topic)));
    }

    public void answeredByPerson(Decided decided, String topic) {
        board.byPerson(decided.inquiry(), topic, "NO_DRAFT");
    }

    public void audited(Decided decided, String answered, String asked, boolean equalChance) {
        boolean wrong = !answered.equals(asked);
        board.audited(new QualityEvent.AnswerAudited(
                UUID.randomUUID(),
                board.clock.instant(),
                decided.inquiry(),
                decided.inquiry() + ":1",
                answered,
                "m1",
                wrong,
                decided.chance(),
                equalChance,
                wrong ? asked : null));
    }

    /** Another inquiry that is alike will be known by it. */
    public void learns(String asked, String topic) {
        board.learns(asked, topic);
    }

    public void calibrates() {
        board.calibrating.calibrate();
    }

    public boolean isOpen() {
        return board.calibrations
                .find("m1", "routine", Status.IN_USE)
                .filter(calibration -> calibration.ladder().threshold(Board.TOLERANCE) > Double.NEGATIVE_INFINITY)
                .isPresent();
    }

    public boolean isShut(String topic) {
        return board.mode(topic) == Mode.SHUT;
    }

    public void reopens(String topic) {
        board.switchboard.change(Subject.topic(topic), Mode.OPEN, 1, "dora", "Its answers are right again");
    }

    /** If it is shut. */
    public void reopensEverything() {
        if (board.switchboard.standing(Subject.EVERYTHING).mode() == Mode.SHUT) {
            board.switchboard.change(Subject.EVERYTHING, Mode.OPEN, 1, "dora", "It begins anew");
        }
    }

    private static Attempt unpromised(String topicId, double risk) {
        var drafted = (Attempt.Drafted) Board.attempt(topicId, risk);
        return new Attempt.Drafted(drafted.understanding(), drafted.draft(), risk, 1, drafted.modelVersion());
    }
}
