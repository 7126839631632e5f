package org.tandem.engine.rest.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/** Puts requests together; one that is too large goes on as {@link TooLarge}, so that it is answered in its turn. */
final class Aggregator extends HttpObjectAggregator {

    Aggregator(int most) {
        super(most);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        if (oversized instanceof HttpRequest request) {
            context.fireChannelRead(new TooLarge(Requests.read(request, new byte[0]), maxContentLength()));
        }
    }

    @Override
    protected @Nullable Object newContinueResponse(HttpMessage start, int most, ChannelPipeline pipeline) {
        var answer = super.newContinueResponse(start, most, pipeline);
        if (answer instanceof FullHttpResponse refusal
                && refusal.status().equals(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE)
                && start instanceof HttpRequest request) {
            var problem = Problem.tooLarge(most)
                    .answer(Requests.read(request, new byte[0]).path());
            var response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, refusal.status(), Unpooled.wrappedBuffer(problem.body()));
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, problem.type())
                    .set(HttpHeaderNames.CONTENT_LENGTH, problem.body().length)
                    .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            return response;
        }
        return answer;
    }
}
