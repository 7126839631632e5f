package org.tandem.quality.learning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.assistant.KnowledgeFolder;
import org.tandem.assistant.knowledge.Article;
import org.tandem.privacy.PersonalData;
import org.tandem.quality.learning.KnowledgeGap.State;

/** Articles about gaps of the knowledge: proposed to editors, who approve or refuse them. Each step can be repeated. */
@Service
public class Articles {

    private static final int LONGEST_REASON = 2_000;

    private final KnowledgeGaps gaps;
    private final UnansweredInquiries unanswered;
    private final LearnedExamples examples;
    private final Writing writing;
    private final KnowledgeFolder knowledge;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Articles(
            KnowledgeGaps gaps,
            UnansweredInquiries unanswered,
            LearnedExamples examples,
            Writing writing,
            KnowledgeFolder knowledge,
            ApplicationEventPublisher events,
            Clock clock) {
        this.gaps = gaps;
        this.unanswered = unanswered;
        this.examples = examples;
        this.writing = writing;
        this.knowledge = knowledge;
        this.events = events;
        this.clock = clock;
    }

    /** Lets an editor have the article to approve, also one that was refused before. */
    @Transactional
    public void propose(UUID gap, String who) {
        var found = find(gap);
        if (found.state() == State.PROPOSED) {
            return;
        }
        if (found.state() == State.APPROVED) {
            throw new LearningRefused("The article about \"%s\" is approved already".formatted(found.title()));
        }
        gaps.become(gap, State.PROPOSED, who, "");
        events.publishEvent(new ArticleProposed(UUID.randomUUID(), clock.instant(), gap));
    }

    /** What an editor is shown. */
    public ProposedArticle write(UUID gap) {
        return writing.article(unanswered.of(gap));
    }

    /**
     * The editor approves: the article goes into the knowledge, or is kept to be put there by hand where that cannot be written to.
     *
     * @return what is wrong with it, in sentences, if nothing was done
     */
    @Transactional
    public List<String> approve(UUID gap, Article article) {
        if (find(gap).state() == State.APPROVED) {
            return List.of();
        }
        var flaws = new ArrayList<>(knowledge.flaws(article));
        if (!PersonalData.mask(article.answer()).equals(article.answer())) {
            flaws.add("The answer holds what tells who somebody is, such as a number. Take it out");
        }
        if (flaws.isEmpty()) {
            boolean published = knowledge.publish(article);
            gaps.approved(gap, article.owner(), article.id(), article.title(), article.text(), published);
            if (published) {
                examples.areAbout(
                        unanswered.of(gap).stream().map(Unanswered::inquiry).toList(), article.id());
            }
        }
        return flaws;
    }

    /** @return what is wrong, in sentences, if nothing was done */
    @Transactional
    public List<String> refuse(UUID gap, String reason, String who) {
        var why = PersonalData.mask(reason.strip());
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return List.of("Say why the article is refused, in at most %d characters".formatted(LONGEST_REASON));
        }
        if (find(gap).state() == State.PROPOSED) {
            gaps.become(gap, State.REFUSED, who, why);
        }
        return List.of();
    }

    /** No editor wanted it. The gap stays, and can be proposed again. */
    @Transactional
    public void withdraw(UUID gap) {
        if (find(gap).state() == State.PROPOSED) {
            gaps.become(gap, State.FOUND, "Tandem", "No editor decided in time");
        }
    }

    private KnowledgeGap find(UUID gap) {
        return gaps.findToChange(gap)
                .orElseThrow(() -> new LearningRefused("There is no gap %s in the knowledge".formatted(gap)));
    }
}
