package org.tandem.quality.learning;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.staff.Role;
import org.tandem.staff.StaffMember;

/** What customers ask and the knowledge lacks, the dearest first, and the articles that are proposed for it. */
@Controller
@RequestMapping("/quality/gaps")
class GapsPage {

    private final KnowledgeGaps gaps;
    private final UnansweredInquiries unanswered;
    private final Articles articles;
    private final GapFinder finder;

    GapsPage(KnowledgeGaps gaps, UnansweredInquiries unanswered, Articles articles, GapFinder finder) {
        this.gaps = gaps;
        this.unanswered = unanswered;
        this.articles = articles;
        this.finder = finder;
    }

    @GetMapping
    ModelAndView list(StaffMember me) {
        var page = new ModelAndView("quality/gaps");
        page.addObject("mayChange", me.is(Role.LEAD));
        page.addObject("looking", finder.isLooking());
        page.addObject("gaps", gaps.ranked().stream().map(GapView::of).toList());
        return page;
    }

    /** One of them: its inquiries, and the article as it is proposed now or was approved. */
    @GetMapping("/{id}")
    ModelAndView show(StaffMember me, @PathVariable UUID id) {
        return page(me, id, null);
    }

    @PostMapping("/look")
    String look() {
        finder.start();
        return "redirect:/quality/gaps";
    }

    @PostMapping("/{id}/propose")
    ModelAndView propose(StaffMember me, @PathVariable UUID id) {
        find(id);
        try {
            articles.propose(id, me.name());
            return new ModelAndView("redirect:/quality/gaps/" + id);
        } catch (LearningRefused refused) {
            var page = page(me, id, refused.getMessage());
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    /** The approved article as a file of the knowledge. */
    @GetMapping("/{id}/article")
    ResponseEntity<byte[]> article(@PathVariable UUID id) {
        var gap = find(id);
        var file = gap.file();
        if (file == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(gap.topic() + ".md")
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, "text/markdown;charset=UTF-8")
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    private ModelAndView page(StaffMember me, UUID id, @Nullable String refused) {
        var gap = find(id);
        var page = new ModelAndView("quality/gap");
        page.addObject("refused", refused);
        page.addObject("mayChange", me.is(Role.LEAD));
        page.addObject("gap", GapView.of(gap));
        page.addObject("file", gap.file());
        page.addObject("inquiries", unanswered.of(id));
        page.addObject("article", gap.file() == null ? articles.write(id) : null);
        return page;
    }

    private KnowledgeGap find(UUID id) {
        return gaps.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
