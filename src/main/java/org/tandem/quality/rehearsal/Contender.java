package org.tandem.quality.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tandem.quality.calibration.Calibrator;
import org.tandem.quality.calibration.Gate;
import org.tandem.quality.calibration.Memory;

/**
 * A model with all that people have labelled since it is there: it judges each inquiry before anybody does, silently if another model
 * decides, so what it is calibrated on was never learned from.
 */
final class Contender {

    private final Mind mind;
    private final Memory memory;
    private final int since;
    private final List<Seen> seen = new ArrayList<>();
    private Optional<Gate> gate = Optional.empty();

    /** @param since number of the first inquiry that it judges */
    Contender(Mind mind, Memory memory, int since) {
        this.mind = mind;
        this.memory = memory;
        this.since = since;
    }

    int since() {
        return since;
    }

    Judgement judge(Incoming inquiry) {
        var judgement = mind.judge(inquiry);
        return new Judgement(
                judgement.topic(), memory.beside(judgement.figures(), inquiry.meaning(), judgement.topic()));
    }

    void see(Incoming inquiry, Judgement judgement, double weight) {
        if (judgement.topic().isEmpty()) {
            return; // was never to be answered
        }
        seen.add(new Seen(inquiry, judgement, judgement.topic().equals(inquiry.topic()), weight));
    }

    /** Calibrates on what was labelled from that inquiry on, as far as it would be answered: what is shut tells nothing of the rest. */
    void calibrate(Calibrator calibrator, int from, Predicate<String> isShut, double allowance) {
        gate = calibrator.gate(seen(from, isShut).map(Seen::labelled).toList(), allowance);
    }

    /** On how many it would calibrate. */
    int cases(int from, Predicate<String> isShut) {
        return (int) seen(from, isShut).count();
    }

    private Stream<Seen> seen(int from, Predicate<String> isShut) {
        return since(from).stream().filter(one -> !isShut.test(one.judgement().topic()));
    }

    void shut() {
        gate = Optional.empty();
    }

    Optional<Gate> gate() {
        return gate;
    }

    /** For which share of the inquiries since then its topic would be answered. */
    double coverage(int from) {
        if (gate.isEmpty()) {
            return 0;
        }
        var recent = since(from);
        double all = recent.stream().mapToDouble(Seen::weight).sum();
        return recent.stream()
                        .filter(one -> gate.get().risk(one.judgement().figures())
                                <= gate.get().threshold())
                        .mapToDouble(Seen::weight)
                        .sum()
                / all;
    }

    private List<Seen> since(int from) {
        return seen.stream().filter(one -> one.inquiry().number() >= from).toList();
    }
}
