package org.tandem.quality.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.standaloneSetup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.tandem.assistant.Models;
import org.tandem.assistant.ModelsInUse.InUse;
import org.tandem.assistant.StoredModel;
import org.tandem.assistant.guarantee.Basis;
import org.tandem.audit.SignIn;
import org.tandem.inquiry.InquiryId;
import org.tandem.quality.QualityModuleTest;
import org.tandem.quality.outside.OutsideShare;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@QualityModuleTest
class LearningPagesTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    LearnedExamples examples;

    @Autowired
    ExampleList list;

    @Autowired
    ModelChanges changes;

    @Autowired
    LiveDecisions live;

    @Autowired
    OutsideShare outside;

    @Autowired
    LearningSettings settings;

    @Autowired
    JdbcClient database;

    @Autowired
    ThymeleafViewResolver views;

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
                .hasStatus(409)
                .bodyText()
                .contains("The reason has 0 characters");
        assertThat(web.perform(post("/quality/learning/examples/{id}/remove", example.id())
                        .param("reason", "It is <i>ours</i>")
                        .with(csrf())
                        .with(authentication(SignIn.as(Role.LEAD)))))
                .hasStatus(302);
        assertThat(list.find("zebras", null, 5).examples()).isEmpty();
        assertThat(web.perform(get("/quality/learning").with(authentication(SignIn.as(Role.LEAD)))))
                .bodyText()
                .contains("What was removed lately", "It is &lt;i&gt;ours&lt;/i&gt;");
    }

    /** In this application no model answers, so the page is given two. */
    @Test
    void championAndChallengerStandSideBySideOnLiveInquiriesWithTheCasesInWhichTheyDiffer() {
        var championship = mock(Championship.class);
        when(championship.champion()).thenReturn(Optional.of(model(LiveDecisionsTest.OLD)));
        when(championship.challenger()).thenReturn(Optional.of(model(LiveDecisionsTest.NEW)));
        when(championship.contest())
                .thenReturn(Optional.of(live.contest(LiveDecisionsTest.OLD, LiveDecisionsTest.NEW)));
        var retraining = mock(Retraining.class);
        when(retraining.state()).thenReturn(new Retraining.State.Never());
        var shadowing = mock(Shadowing.class);
        when(shadowing.trouble()).thenReturn("no memory");
        LiveDecisionsTest.both(database, 101, "refund", true, "refund", true).said(database, "refund", true, 1.0);
        LiveDecisionsTest.both(database, 102, "refund", false, "card", true).said(database, "", false, 1.0);
        var page = new LearningPage(
                mock(Models.class),
                championship,
                retraining,
                live,
                shadowing,
                changes,
                examples,
                list,
                outside,
                settings);
        var lead = new StaffMember("lena", "Lena", Set.of(Role.LEAD), Set.of());

        assertThat(MockMvcTester.create(standaloneSetup(page)
                                .setViewResolvers(views::resolveViewName)
                                .setCustomArgumentResolvers(signedIn(lead))
                                .build())
                        .perform(get("/quality/learning")))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "2 live inquiries since the challenger is there: the champion answered or would have answered 1 (50.0 %)",
                        "the challenger would have answered 2 (100.0 %). People have labelled 2.",
                        "In 1 of them customers would have noticed the difference",
                        "/case/C-102",
                        "a person (refund?)",
                        "answers about card",
                        "none of the topics",
                        "0 cases that were kept aside and 2 labelled live inquiries",
                        "cannot decide at the moment, and is tried again: no memory")
                .doesNotContain("/case/C-101");
    }

    private static StoredModel model(String version) {
        return new StoredModel(
                version, "a", Instant.EPOCH, .9, 0, new Basis(100, 10, .15, 0, .95), "It rests on examples");
    }

    private static HandlerMethodArgumentResolver signedIn(StaffMember member) {
        return new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == StaffMember.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                return member;
            }
        };
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
