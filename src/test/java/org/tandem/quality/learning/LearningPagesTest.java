package org.tandem.quality.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.tandem.assistant.ModelsInUse.InUse;
import org.tandem.audit.SignIn;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityModuleTest;
import org.tandem.staff.Role;

@QualityModuleTest
class LearningPagesTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    LearnedExamples examples;

    @Autowired
    ModelChanges changes;

    @Autowired
    KnowledgeGaps gaps;

    @Autowired
    UnansweredInquiries unanswered;

    @Test
    void aLeadSeesChangesAndExamplesEscapedAndRemovesOne() {
        var example = LearnedExamplesTest.agent("where is <b>my</b> zebra", "zebras", Instant.now());
        examples.keep(example);
        changes.began(new InUse("20260101T000000Z-zebra", "ground"), "there was no model");

        assertThat(web.perform(get("/quality/learning?words=zebras").with(authentication(SignIn.as(Role.LEAD)))))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "where is &lt;b&gt;my&lt;/b&gt; zebra", "learned and used", "20260101T000000Z-zebra", "Remove");
        assertThat(web.perform(get("/quality/learning?words=zebras").with(authentication(SignIn.as(Role.ANALYST)))))
                .hasStatus(200)
                .bodyText()
                .contains("zebra")
                .doesNotContain(">Remove<");
        assertThat(web.perform(post("/quality/learning/examples/{id}/remove", example.id())
                        .with(csrf())
                        .with(authentication(SignIn.as(Role.LEAD)))))
                .hasStatus(302);
        assertThat(examples.find("zebras", 0, 5)).isEmpty();
    }

    @Test
    void whatCannotBePromotedIsSaidAndNothingChanges() {
        var before = changes.latest(100).size();

        assertThat(web.perform(post("/quality/learning/promote")
                        .param("version", "20250101T000000Z-none")
                        .param("reason", "why not")
                        .with(csrf())
                        .with(authentication(SignIn.as(Role.LEAD)))))
                .hasStatus(409)
                .bodyText()
                .contains("has not been tried beside the one in use");
        assertThat(web.perform(
                        post("/quality/learning/promote").with(csrf()).with(authentication(SignIn.as(Role.AUDITOR)))))
                .hasStatus(403);
        assertThat(changes.latest(100)).hasSize(before);
    }

    @Test
    void gapsAreListedAndAnApprovedArticleIsDownloaded() {
        var gap = gaps.add("Do you plant <i>trees</i>?");
        unanswered.add(new Unanswered(
                InquiryId.next(), "C-77", "do you plant trees", "Yes.", Duration.ofMinutes(90), Instant.now()));
        unanswered.since(Instant.EPOCH, 1).forEach(one -> unanswered.belongTo(gap, List.of(one.inquiry())));
        gaps.approved(gap, "lena", "trees", "Do you plant <i>trees</i>?", "---\nid: trees\n---\nYes.", false);

        assertThat(web.perform(get("/quality/gaps").with(authentication(SignIn.as(Role.LEAD)))))
                .hasStatus(200)
                .bodyText()
                .contains("Do you plant &lt;i&gt;trees&lt;/i&gt;?", "1 h 30 min", "download the article");
        assertThat(web.perform(get("/quality/gaps/{id}", gap).with(authentication(SignIn.as(Role.LEAD)))))
                .hasStatus(200)
                .bodyText()
                .contains("C-77", "id: trees");
        assertThat(web.perform(get("/quality/gaps/{id}/article", gap).with(authentication(SignIn.as(Role.LEAD)))))
                .hasStatus(200)
                .hasHeader("Content-Disposition", "attachment; filename=\"trees.md\"")
                .bodyText()
                .endsWith("Yes.");
        assertThat(web.perform(get("/quality/gaps/{id}", UUID.randomUUID()).with(authentication(SignIn.as(Role.LEAD)))))
                .hasStatus(404);
        assertThat(web.perform(post("/quality/gaps/{id}/propose", gap)
                        .with(csrf())
                        .with(authentication(SignIn.as(Role.LEAD)))))
                .hasStatus(409)
                .bodyText()
                .contains("is approved already");
    }
}
