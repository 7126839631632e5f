package org.tandem.process;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tandem.desk.ReviewedAnswers;
import org.tandem.quality.audits.PeopleReviewed;

/** Tells people at the desk what quality knows of their answers: neither of the two modules knows the other. */
@Component
class ReviewersWords implements ReviewedAnswers {

    private final PeopleReviewed reviewed;

    ReviewersWords(PeopleReviewed reviewed) {
        this.reviewed = reviewed;
    }

    @Override
    public List<Said> of(String agent, int most) {
        return reviewed.of(agent, most).stream()
                .map(said -> new Said(
                        said.number(),
                        said.answeredAt(),
                        said.reviewedAt(),
                        said.review().inWords(),
                        said.review().note()))
                .toList();
    }

    @Override
    public List<String> people() {
        return reviewed.people();
    }
}
