package org.tandem.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tandem.desk.TaskSearch;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** Which tasks somebody wants to see, as the address of the list has it. What is not understood does not matter. */
public record TaskFilter(
        @Nullable String view,
        @Nullable String queue,
        @Nullable String priority,
        @Nullable String due,
        @Nullable String topic,
        @Nullable String number,
        @Nullable String free,
        @Nullable String sort,
        @Nullable String page) {

    /** The search of Camunda goes so far and not further. */
    private static final int LAST_PAGE = 10_000 / TaskSearch.PAGE_SIZE - 1;

    private static final int LONGEST = 100;

    public String shownView() {
        return switch (Objects.requireNonNullElse(view, "")) {
            case "groups" -> "groups";
            case "offered" -> "offered";
            case "all" -> "all";
            default -> "mine";
        };
    }

    public boolean isByPriority() {
        return "priority".equals(sort);
    }

    public boolean isFreeOnly() {
        return free != null;
    }

    public int shownPage() {
        try {
            return page == null ? 0 : Math.clamp(Integer.parseInt(page), 0, LAST_PAGE);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether anything but the view is asked for. */
    public boolean isNarrowed() {
        return isFreeOnly() || Stream.of(queue, priority, due, topic, number).anyMatch(TaskFilter::said);
    }

    /** Nothing if there is nothing that this person may see. */
    Optional<TaskSearch> search(StaffMember who, Instant now) {
        var all = shownView().equals("all") && who.is(Role.LEAD);
        var mine = shownView().equals("mine");
        var offered = shownView().equals("offered");
        var byGroup = !mine && !all && !offered;
        var groups = byGroup ? who.groups() : Set.<String>of();
        var wanted = said(queue) ? Set.of(text(queue)) : groups;
        if (byGroup && (groups.isEmpty() || !groups.containsAll(wanted))) {
            return Optional.empty();
        }
        return Optional.of(new TaskSearch(
                mine ? who.name() : null,
                offered ? who.name() : null,
                wanted,
                isFreeOnly() && !mine,
                dueBefore(now),
                atLeastPriority(),
                said(topic)
                        ? "*" + text(topic).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "*") + "*"
                        : null,
                said(number) ? caseNumber(text(number)) : null,
                isByPriority() ? TaskSearch.Order.PRIORITY : TaskSearch.Order.DUE,
                shownPage()));
    }

    /** The address of the same list with something of it changed; null takes it out. */
    public String with(String name, @Nullable String value) {
        var parameters = new LinkedHashMap<>(parameters());
        parameters.put(name, value);
        if (!name.equals("page")) {
            parameters.remove("page");
        }
        var address = UriComponentsBuilder.fromPath("/desk");
        parameters.forEach((key, said) -> {
            if (said(said)) {
                address.queryParam(key, "{" + key + "}");
            }
        });
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    /** The address of the part of the list that lives. */
    public String live(String seen) {
        return with("seen", seen).replaceFirst("^/desk", "/desk/live")
                + (shownPage() == 0 ? "" : "&page=" + shownPage());
    }

    private Map<String, @Nullable String> parameters() {
        var all = new LinkedHashMap<String, @Nullable String>();
        all.put("view", shownView());
        all.put("queue", queue);
        all.put("priority", priority);
        all.put("due", due);
        all.put("topic", topic);
        all.put("number", number);
        all.put("free", free);
        all.put("sort", sort);
        return all;
    }

    private @Nullable Instant dueBefore(Instant now) {
        return switch (Objects.requireNonNullElse(due, "")) {
            case "overdue" -> now;
            case "hour" -> now.plus(Duration.ofHours(1));
            case "day" -> now.plus(Duration.ofDays(1));
            default -> null;
        };
    }

    private int atLeastPriority() {
        return switch (Objects.requireNonNullElse(priority, "")) {
            case "high" -> 75;
            case "urgent" -> 100;
            default -> 0;
        };
    }

    /** However people write a case number, or a part of it. */
    static String caseNumber(String typed) {
        var digits = typed.replaceAll("\\D", "");
        if (digits.length() == 8 || digits.length() == 12) {
            return "TA" + digits.replaceAll("(.{4})", "-$1");
        }
        var part = typed.replaceAll("[^0-9A-Za-z]+", "*").toUpperCase(Locale.ROOT);
        return "*" + part + "*";
    }

    private static String text(@Nullable String said) {
        var text = Objects.requireNonNullElse(said, "").strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static boolean said(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
