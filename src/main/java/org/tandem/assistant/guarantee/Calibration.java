package org.tandem.assistant.guarantee;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How the classifier would have judged texts it had not seen: each case with the risk it would have stated (by a gate that
 * did not see it either) and whether its best candidate was right. Thresholds are chosen on these.
 *
 * @param inside texts about known labels
 * @param outside texts about none, or about labels that were left out
 * @param share which share of all traffic is expected to be outside
 * @param insideOfAll how many inside texts were judged in all, those included that are not in the list
 * @param outsideOfAll the same for texts outside
 */
public record Calibration(List<Case> inside, List<Case> outside, double share, int insideOfAll, int outsideOfAll) {

    /** @param label the best candidate */
    public record Case(double risk, boolean right, String label) {}

    public Calibration {
        inside = List.copyOf(inside);
        outside = List.copyOf(outside);
    }

    public Calibration(List<Case> inside, List<Case> outside, double share) {
        this(inside, outside, share, inside.size(), outside.size());
    }

    /** The cases whose best candidate is one of these: what the classifier would answer with them. */
    public Calibration answeredWith(Predicate<String> labels) {
        return new Calibration(
                inside.stream().filter(one -> labels.test(one.label())).toList(),
                outside.stream().filter(one -> labels.test(one.label())).toList(),
                share,
                insideOfAll,
                outsideOfAll);
    }

    /** The same cases, if such a share of all traffic is expected to be outside. */
    public Calibration withShare(double expected) {
        return new Calibration(inside, outside, expected, insideOfAll, outsideOfAll);
    }

    public double accuracy() {
        return inside.stream().filter(Case::right).count() / (double) inside.size();
    }

    /** Whether texts outside are expected at all. */
    boolean expectsOutside() {
        return share > 0 && outsideOfAll > 0;
    }

    /** The share that was expected, 0 without a text to judge it by. */
    double outsideShare() {
        return expectsOutside() ? share : 0;
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeDouble(share);
        out.writeInt(insideOfAll);
        out.writeInt(outsideOfAll);
        write(inside, out);
        write(outside, out);
    }

    public static Calibration read(DataInputStream in) throws IOException {
        double share = in.readDouble();
        int insideOfAll = in.readInt();
        int outsideOfAll = in.readInt();
        return new Calibration(readCases(in), readCases(in), share, insideOfAll, outsideOfAll);
    }

    private static void write(List<Case> cases, DataOutputStream out) throws IOException {
        out.writeInt(cases.size());
        for (var one : cases) {
            out.writeDouble(one.risk());
            out.writeBoolean(one.right());
            out.writeUTF(one.label());
        }
    }

    private static List<Case> readCases(DataInputStream in) throws IOException {
        var cases = new ArrayList<Case>();
        for (int i = in.readInt(); i > 0; i--) {
            cases.add(new Case(in.readDouble(), in.readBoolean(), in.readUTF()));
        }
        return cases;
    }
}
