package org.tandem.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tandem.desk.TaskCases;
import org.tandem.desk.TaskSearch;
import org.tandem.desk.Tasks.Found;
import org.tandem.staff.StaffMember;

/** One page of the list of tasks. */
record TaskList(List<TaskRow> rows, long total, int page) {

    static TaskList of(Found found, StaffMember who, int page, Instant now, TaskCases cases) {
        return new TaskList(TaskRow.all(found.tasks(), who, now, cases), found.total(), page);
    }

    public boolean hasNext() {
        return (long) (page + 1) * TaskSearch.PAGE_SIZE < total;
    }

    public long first() {
        return (long) page * TaskSearch.PAGE_SIZE + 1;
    }

    public long last() {
        return (long) page * TaskSearch.PAGE_SIZE + rows.size();
    }

    public String summary() {
        var overdue = rows.stream().filter(TaskRow::overdue).count();
        var tasks = total == 1 ? "1 task" : total + " tasks";
        return overdue == 0 ? tasks : tasks + ", " + overdue + " overdue on this page";
    }

    /** Tells whether anything that is shown has changed. */
    public String seen() {
        return Integer.toHexString(Objects.hash(rows, total));
    }
}
