package org.tandem.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A CSV file that is downloaded. No text in it that a spreadsheet could take for a formula begins like one; numbers are left as they are. */
public final class Spreadsheet implements AutoCloseable {

    private static final Pattern LIKE_A_FORMULA = Pattern.compile("\\s*[=+\\-@\t\r\n].*", Pattern.DOTALL);

    private final CSVPrinter csv;

    private Spreadsheet(CSVPrinter csv) {
        this.csv = csv;
    }

    /** @param name of the file, after {@code tandem-} and before {@code .csv} */
    public static Spreadsheet begin(String name, HttpServletResponse response, String... columns) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"tandem-%s.csv\"".formatted(name));
        var csv = new CSVPrinter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), CSVFormat.RFC4180);
        csv.printRecord((Object[]) columns);
        return new Spreadsheet(csv);
    }

    public void line(@Nullable Object... cells) throws IOException {
        csv.printRecord(Arrays.stream(cells)
                .map(cell -> cell instanceof String text ? text(text) : cell)
                .toArray());
    }

    /** As OWASP has it: what could be a formula is made text by an apostrophe. */
    static String text(String value) {
        return LIKE_A_FORMULA.matcher(value).matches() ? "'" + value : value;
    }

    @Override
    public void close() throws IOException {
        csv.close(true);
    }
}
