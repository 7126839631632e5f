package org.tandem.quality.web;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages of quality that there are, and that whoever asks may open: {@code templates/quality/parts.html} asks for them. */
@Component("qualityNav")
class QualityNav {

    private static final List<Entry> ALL = List.of(
            new Entry("Overview", "/quality"),
            new Entry("Hold-out", "/quality/hold-out"),
            new Entry("Automation", "/quality/automation"),
            new Entry("Audits", "/quality/audits"),
            new Entry("Learning", "/quality/learning"),
            new Entry("Gaps", "/quality/gaps"),
            new Entry("What if", "/quality/what-if"));

    private final RequestMappingHandlerMapping pages;
    private final WebInvocationPrivilegeEvaluator access;

    QualityNav(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping pages,
            WebInvocationPrivilegeEvaluator access) {
        this.pages = pages;
        this.access = access;
    }

    public List<Entry> entries() {
        return ALL.stream().filter(entry -> isThere(entry) && isAllowed(entry)).toList();
    }

    private boolean isThere(Entry entry) {
        return pages.getHandlerMethods().keySet().stream()
                .anyMatch(page -> page.getPatternValues().contains(entry.path()));
    }

    private boolean isAllowed(Entry entry) {
        return access.isAllowed(
                "", entry.path(), "GET", SecurityContextHolder.getContext().getAuthentication());
    }

    record Entry(String name, String path) {}
}
