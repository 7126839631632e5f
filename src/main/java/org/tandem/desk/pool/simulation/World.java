package org.tandem.desk.pool.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The cases that come and the agents who work, drawn from the seed alone. */
final class World {

    static final int DAY = 86_400;
    private static final int HOUR = 3_600;

    /** Share of a day's cases in each hour: a contact centre with a peak in the morning and a second one after work. */
    private static final double[] HOURS = {
        .008, .006, .005, .005, .006, .012, .026, .046, .066, .078, .080, .074, .066, .064, .062, .060, .058, .056,
        .054, .050, .044, .036, .024, .014
    };

    /** Cases of a day of the week compared with Monday to Friday on average. */
    private static final double[] WEEKDAYS = {1.18, 1.05, 0.99, 0.95, 0.93, 0.55, 0.45};

    private record Need(double share, Set<String> skills, int priority, int dueMinutes, int price) {}

    private static final List<Need> NEEDS = List.of(
            new Need(.52, Set.of("general"), 50, 60, 260),
            new Need(.24, Set.of("payments"), 55, 60, 300),
            new Need(.09, Set.of("disputes"), 60, 60, 340),
            new Need(.05, Set.of("care"), 90, 15, 420),
            new Need(.04, Set.of("experienced"), 80, 30, 400),
            new Need(.04, Set.of("language:sv"), 60, 60, 320),
            new Need(.02, Set.of("care", "language:sv"), 95, 15, 480));

    private final Setup setup;

    World(Setup setup) {
        this.setup = setup;
    }

    /** In the order in which they come. */
    List<Case> cases() {
        var cases = new ArrayList<Case>();
        for (var day = 0; day < setup.days(); day++) {
            for (var hour = 0; hour < 24; hour++) {
                var expected = setup.cases() * WEEKDAYS[day % 7] * HOURS[hour] / sum();
                var gap = HOUR / expected;
                var at = day * (double) DAY + hour * HOUR;
                var end = at + HOUR;
                while ((at += -gap * Math.log(1 - draw(1, cases.size()))) < end) {
                    cases.add(one(cases.size(), (long) at));
                }
            }
        }
        return cases;
    }

    List<Worker> workers() {
        var workers = new ArrayList<Worker>();
        for (var number = 0; number < setup.agents(); number++) {
            var skills = new TreeSet<String>(Set.of("general"));
            add(skills, "payments", .55, 11, number);
            add(skills, "disputes", .25, 12, number);
            add(skills, "care", .2, 13, number);
            add(skills, "experienced", .2, 14, number);
            add(skills, "language:sv", .2, 15, number);
            workers.add(new Worker(number, Set.copyOf(skills), 1 + (int) (draw(16, number) * 3)));
        }
        return workers;
    }

    /** A time in which somebody is available, in seconds. */
    record Shift(int worker, long from, long to) {}

    /** So many that there is as much time as work, times the staffing; where in the day, as cases come. */
    List<Shift> shifts(List<Case> cases, List<Worker> workers) {
        var work = new double[setup.days() * 24];
        cases.forEach(one -> work[(int) (one.comes() / HOUR)] += one.handlingSeconds());
        var cap = workers.stream().mapToInt(worker -> worker.cap).average().orElse(1);
        var shifts = new ArrayList<Shift>();
        for (var day = 0; day < setup.days(); day++) {
            var needed = 0.0;
            for (var hour = 0; hour < 24; hour++) {
                needed += work[day * 24 + hour];
            }
            needed = needed * setup.staffing() / cap;
            for (var number = 0; number < workers.size() && needed > 0; number++) {
                var who = (number + day * 311) % workers.size();
                var key = day * 100_000L + who;
                var length = (2 + draw(21, key) * 6) * HOUR;
                var middle = day * (double) DAY + hourOf(draw(22, key)) * HOUR;
                var from = Math.max(day * (double) DAY, middle - length / 2);
                shifts.add(new Shift(who, (long) from, (long) (from + length)));
                needed -= length;
            }
        }
        return shifts;
    }

    private static double hourOf(double chance) {
        var rest = chance * sum();
        for (var hour = 0; hour < 24; hour++) {
            if (rest < HOURS[hour]) {
                return hour + rest / HOURS[hour];
            }
            rest -= HOURS[hour];
        }
        return 23;
    }

    /** Log-normal: a few cases take many times as long as most. */
    private Case one(int number, long at) {
        var need = need(draw(2, number));
        var normal = Math.sqrt(-2 * Math.log(1 - draw(3, number))) * Math.cos(2 * Math.PI * draw(4, number));
        var seconds = setup.handlingMinutes() * 60 * Math.exp(0.6 * normal);
        return new Case(
                number,
                need.skills(),
                need.priority(),
                at,
                at + need.dueMinutes() * 60L,
                (int) Math.max(30, Math.min(seconds, 2 * HOUR)),
                need.price());
    }

    private static Need need(double chance) {
        var rest = chance;
        for (var need : NEEDS) {
            if ((rest -= need.share()) < 0) {
                return need;
            }
        }
        return NEEDS.getFirst();
    }

    private void add(Set<String> skills, String skill, double share, int what, int number) {
        if (draw(what, number) < share) {
            skills.add(skill);
        }
    }

    private static double sum() {
        var sum = 0.0;
        for (var hour : HOURS) {
            sum += hour;
        }
        return sum;
    }

    private double draw(int what, long which) {
        return Dice.of(setup.seed(), what, which);
    }
}
