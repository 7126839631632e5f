package org.tandem.desk.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarReaderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            saturday: closed       | saturday: 17:00-09:00                | 11 | on saturday "17:00-09:00" ends before it starts
            saturday: closed       | saturday: 09:00-13:00, 12:00-14:00   | 11 | on saturday the shifts 09:00-13:00 and 12:00-14:00 overlap
            saturday: closed       | saturday: 9-13                       | 11 | "9-13" on saturday is no shift. It has to be "closed" or
            saturday: closed       | saturday: 20:00-24:30                | 11 | "20:00-24:30" on saturday is no time of a day. The last one is 24:00
            saturday: closed       | sonnabend: closed                    | 11 | "sonnabend" is no day of the week
            saturday: closed       | sunday: 10:00-12:00                  | 12 | "sunday" stands here a second time
            Europe/Stockholm       | Europe/Stokholm                      |  4 | the zone "Europe/Stokholm" is not known
            Europe/Stockholm       | GMT+1                                |  4 | the zone "GMT+1" is not known
            2026-05-01             | 2026-04-31                           | 20 | the holiday "Första maj" on 2026-04-31: there is no such day
            2026-05-01             | 1.5.2026                             | 20 | the holiday "Första maj" on 1.5.2026: there is no such day
            2026-05-01             | 2062-05-01                           | 20 | the holiday "Första maj" on 2062-05-01 is far from the others, which are of 2026 to 2027: there are none in 2028
            2026-05-01             | 1026-05-01                           | 20 | the holiday "Första maj" on 1026-05-01 is far from the others, which are of 2026 to 2027: there are none in 2025
            2026-05-01             | 2026-01-06                           | 20 | "2026-01-06" stands here a second time. Delete one
            : Första maj           | :                                    | 20 | "2026-05-01" of "holidays" has nothing after the colon
            name: Sweden           | names: Sweden                        |  3 | the field "names" is not known
            name: Sweden           | business days: saturday              |  3 | saturday is a business day but has no hours
            """)
    void aMistakeIsToldWithFileLineValueAndWhatWouldBeRight(String right, String wrong, int line, String said)
            throws IOException {
        var text = Files.readString(Path.of("processes/calendars/sweden.yaml")).replaceFirst(right, wrong);
        var mistakes = new ArrayList<CalendarMistake>();

        assertThat(CalendarReader.read("sweden.yaml", text, mistakes)).isNull();
        assertThat(mistakes)
                .anySatisfy(mistake -> assertThat(mistake.toString())
                        .startsWith("sweden.yaml, line %d: ".formatted(line))
                        .contains(said));
    }

    @Test
    void holidaysThatRunOutAreToldBeforeDeadlinesReachSoFar() {
        var ours = Calendars.found("file:processes/calendars/");

        assertThat(ours.runningOut(LocalDate.of(2027, 10, 2))).isEmpty();
        assertThat(ours.runningOut(LocalDate.of(2027, 10, 4)))
                .extracting(CalendarMistake::toString)
                .containsExactly(
                        "sweden.yaml, line 1: lacks holidays of 2028 (it has 0 of 2028 and 16 of 2027), so deadlines"
                                + " count them as days of work. Add them",
                        "united-kingdom.yaml, line 1: lacks holidays of 2028 (it has 0 of 2028 and 10 of 2027), so"
                                + " deadlines count them as days of work. Add them");
    }

    @Test
    void aHolidayOfALaterYearDoesNotHideThatOthersAreMissing() throws IOException {
        holidays("""
                  2026-12-25: Juldagen
                  2026-12-26: Annandag jul
                  2026-12-31: Nyårsafton
                  2027-12-25: Juldagen
                """);
        assertThat(runningOut(LocalDate.of(2026, 9, 1))).isEmpty();
        assertThat(runningOut(LocalDate.of(2026, 11, 1)))
                .singleElement()
                .satisfies(doubt ->
                        assertThat(doubt.what()).startsWith("lacks holidays of 2027 (it has 1 of 2027 and 3 of 2026)"));

        holidays("  2062-12-25: Juldagen\n");
        assertThat(runningOut(LocalDate.of(2026, 1, 1)))
                .singleElement()
                .satisfies(doubt ->
                        assertThat(doubt.what()).startsWith("lacks holidays of 2026 (it has 0 of 2026 and 1 of 2062)"));
    }

    @Test
    void aYearWithoutHolidaysBetweenOthersIsNamed() throws IOException {
        var text = Files.readString(Path.of("processes/calendars/sweden.yaml")).replace("  2027-", "  2028-");
        var mistakes = new ArrayList<CalendarMistake>();

        assertThat(CalendarReader.read("sweden.yaml", text, mistakes)).isNull();
        assertThat(mistakes)
                .hasSize(16)
                .first()
                .satisfies(
                        mistake -> assertThat(mistake.toString())
                                .contains(
                                        "line 31: ",
                                        "the others, which are of 2026: there are none in 2027. Correct the year, or add those of the years between"));
    }

    private void holidays(String lines) throws IOException {
        var text = Files.readString(Path.of("processes/calendars/sweden.yaml"));
        Files.writeString(
                folder.resolve("ours.yaml"), text.substring(0, text.indexOf("holidays:")) + "holidays:\n" + lines);
    }

    private List<CalendarMistake> runningOut(LocalDate today) {
        var found = Calendars.found(folder.toUri().toString());
        assertThat(found.mistakes()).isEmpty();
        return found.runningOut(today);
    }

    @Test
    void allMistakesAreToldAtOnceAndNothingStarts() throws IOException {
        Files.writeString(folder.resolve("one.yaml"), "name: [");
        Files.writeString(folder.resolve("two.yaml"), "");

        assertThatIllegalStateException()
                .isThrownBy(() -> new Calendars(folder.toUri().toString()))
                .withMessageContaining("one.yaml, line ")
                .withMessageContaining("two.yaml, line 1: the calendar is empty");
    }

    @Test
    void aFolderWithoutCalendarsOrNoneAtAllIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Calendars(folder.toUri().toString()))
                .withMessageContaining("there is no calendar here");
        assertThatIllegalStateException()
                .isThrownBy(() -> new Calendars("classpath:/nowhere/"))
                .withMessageContaining("there is no calendar here");
    }

    @Test
    void whoNamesAnotherMarketLearnsWhichThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Calendars("file:processes/calendars/").get("norway"))
                .withMessage("There is no calendar \"norway\". These are: sweden, united-kingdom");
    }
}
