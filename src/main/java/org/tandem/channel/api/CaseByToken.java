package org.tandem.channel.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.tandem.channel.Input;
import org.tandem.inquiry.CustomerCase;
import org.tandem.inquiry.Inquiries;
import org.tandem.inquiry.InquiryId;

/** Opens the inquiry of a request with the token that came along, for what its key says is to be done once. A wrong token gets the same answer whether the inquiry exists or not. */
class CaseByToken implements HandlerMethodArgumentResolver {

    private static final String BEARER = "Bearer ";

    private final Inquiries inquiries;

    CaseByToken(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ByToken.class) && parameter.getParameterType() == CustomerCase.class;
    }

    @Override
    public CustomerCase resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        return inquiries.enter(id(request), token(request)).once(key(request));
    }

    private static InquiryId id(NativeWebRequest request) {
        var variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        try {
            return InquiryId.of(variables instanceof Map<?, ?> named ? String.valueOf(named.get("id")) : "");
        } catch (IllegalArgumentException e) {
            throw new NotAnId(e);
        }
    }

    private static @Nullable String key(NativeWebRequest request) {
        var input = new Input();
        var key = input.idempotencyKey(ByKey.HEADER, request.getHeader(ByKey.HEADER));
        input.orRefuse();
        return key;
    }

    private static String token(NativeWebRequest request) {
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
