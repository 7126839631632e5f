package org.tandem.assistant.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which topics are taken for which. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Confusion(List<String> topics, int[][] counts) {

    private static final int PAIRS_SHOWN = 12;
    private static final int CELL = 26;
    private static final int MARGIN = 210;

    record Pair(int topic, int takenFor, int often) {}

    List<Pair> worst() {
        return IntStream.range(0, topics.size())
                .boxed()
                .flatMap(row -> IntStream.range(0, topics.size())
                        .filter(column -> column != row && counts[row][column] > 0)
                        .mapToObj(column -> new Pair(row, column, counts[row][column])))
                .sorted(Comparator.comparingInt(Pair::often).reversed())
                .limit(PAIRS_SHOWN)
                .toList();
    }

    double shareRight() {
        int all = Stream.of(counts).flatMapToInt(IntStream::of).sum();
        return all == 0
                ? 1
                : (double) IntStream.range(0, topics.size())
                                .map(topic -> counts[topic][topic])
                                .sum()
                        / all;
    }

    /** A heat map of the topics in the worst pairs: each row says what the examples of a topic are taken for. */
    String svg() {
        var shown = worst().stream()
                .flatMap(pair -> Stream.of(pair.topic(), pair.takenFor()))
                .distinct()
                .sorted()
                .toList();
        int side = MARGIN + shown.size() * CELL + 20;
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                <text x="10" y="20" font-weight="bold">Topics taken for each other</text>
                <text x="10" y="38" fill="#555">row: where an example stands</text>
                <text x="10" y="54" fill="#555">column: where it seems to belong</text>
                """.formatted(side, side));
        for (int i = 0; i < shown.size(); i++) {
            int at = MARGIN + i * CELL;
            var name = topics.get(shown.get(i));
            svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n".formatted(MARGIN - 8, at + 17, name));
            svg.append("<text transform=\"translate(%d %d) rotate(-90)\">%s</text>%n"
                    .formatted(at + 17, MARGIN - 8, name));
            for (int j = 0; j < shown.size(); j++) {
                svg.append(cell(shown.get(i), shown.get(j), MARGIN + j * CELL, at));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private String cell(int row, int column, int x, int y) {
        int count = counts[row][column];
        double share = (double) count / Math.max(1, IntStream.of(counts[row]).sum());
        var colour = row == column ? "70,130,90" : "200,60,40";
        var square = String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" stroke=\"#ddd\" fill=\"rgba(%s,%.2f)\"/>%n",
                x,
                y,
                CELL,
                CELL,
                colour,
                row == column ? share * 0.6 : Math.min(1, share * 4));
        return count == 0
                ? square
                : square
                        + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d</text>%n"
                                .formatted(x + CELL / 2, y + 17, count);
    }
}
