package org.tandem.desk;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tandem.inquiry.Author;
import org.tandem.inquiry.CaseFile;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;
import org.tandem.inquiry.State;
import org.tandem.inquiry.UnknownInquiry;

/** The cases that tasks are about. */
@Service
public class TaskCases {

    private final Inquiries inquiries;

    TaskCases(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    /** Nothing if it is about none of ours. */
    public Optional<CaseFile> of(Task task) {
        var id = task.subject().inquiryId();
        try {
            return id == null ? Optional.empty() : Optional.of(inquiries.get(InquiryId.of(id)));
        } catch (UnknownInquiry | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    int customerMessages(Task task) {
        return of(task).stream()
                .flatMap(file -> file.messages().stream())
                .mapToInt(message -> message.author() == Author.CUSTOMER ? 1 : 0)
                .sum();
    }

    boolean isWithdrawn(Task task) {
        return of(task).filter(file -> file.state() == State.WITHDRAWN).isPresent();
    }
}
