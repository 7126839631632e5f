package org.tandem.channel.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;

/**
 * Lets only those at an inquiry who have its token, before anything of the request is looked at. A wrong token gets the same
 * answer whether the inquiry exists or not.
 */
class TokenCheck implements HandlerInterceptor {

    private static final String BEARER = "Bearer ";

    private final Inquiries inquiries;

    TokenCheck(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id) {
            inquiries.authorize(idOf(id), token(request));
        }
        return true;
    }

    private static InquiryId idOf(String id) {
        try {
            return InquiryId.of(id);
        } catch (IllegalArgumentException e) {
            throw new NotAnId(e);
        }
    }

    private static String token(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new MissingToken();
        }
        return header.substring(BEARER.length()).strip();
    }

    /** What stands in the place of an inquiry's id cannot be one. */
    static final class NotAnId extends RuntimeException {
        NotAnId(Throwable cause) {
            super(cause);
        }
    }

    static final class MissingToken extends RuntimeException {}
}
