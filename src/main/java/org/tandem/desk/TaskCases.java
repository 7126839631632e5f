package org.tandem.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tandem.desk.hours.CaseCalendars;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.HandOverReason;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;
import org.tandem.inquiry.UnknownInquiry;

/** The cases that tasks are about. */
@Service
public class TaskCases {

    /** Why a person has a case that its customer calls a complaint, also if they could have had it without. */
    public static final String COMPLAINT = "The customer says that this is a complaint";

    private final Inquiries inquiries;
    private final CaseCalendars calendars;

    TaskCases(Inquiries inquiries, CaseCalendars calendars) {
        this.inquiries = inquiries;
        this.calendars = calendars;
    }

    /** Nothing if it is about none of ours. */
    public Optional<CaseFile> of(Task task) {
        try {
            return inquiry(task).map(inquiries::get);
        } catch (UnknownInquiry notOurs) {
            return Optional.empty();
        }
    }

    /** The keys of those of these that people have because of a complaint, which processes know as a wish for a person. */
    public Set<Long> complaints(List<Task> tasks) {
        var asked = tasks.stream()
                .filter(task -> HandOverReason.CUSTOMER_ASKED
                        .name()
                        .equals(task.subject().handOverReason()))
                .toList();
        var complaints = inquiries.handedOverAsComplaints(
                asked.stream().flatMap(task -> inquiry(task).stream()).toList());
        return asked.stream()
                .filter(task -> inquiry(task).filter(complaints::contains).isPresent())
                .map(Task::key)
                .collect(Collectors.toSet());
    }

    private static Optional<InquiryId> inquiry(Task task) {
        var id = task.subject().inquiryId();
        try {
            return id == null ? Optional.empty() : Optional.of(InquiryId.of(id));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** In which time a task is done: that of the market of its case, and ours if it is about none. */
    ZoneId zone(Task task) {
        return of(task).map(calendars::of)
                .orElseGet(() -> calendars.calendar(null).zone());
    }

    int customerMessages(Task task) {
        return of(task).stream()
                .flatMap(file -> file.messages().stream())
                .mapToInt(message -> message.author() == Author.CUSTOMER ? 1 : 0)
                .sum();
    }

    /** Whether it is to answer somebody who does not want an answer any more. */
    boolean isWithdrawn(Task task) {
        return task.isToAnswer()
                && of(task).filter(file -> file.state() == State.WITHDRAWN).isPresent();
    }
}
