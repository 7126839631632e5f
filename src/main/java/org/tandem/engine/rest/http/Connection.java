package org.tandem.engine.rest.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.nio.AbstractNioChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection. Requests are answered one after the other in the order in which they came; reading goes on meanwhile, since
 * that is how a client that hangs up is noticed.
 */
final class Connection extends ChannelInboundHandlerAdapter {

    private static final int MOST_WAITING = 16;

    /** A connection that is reset so soon after an answer had that answer unread. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** How long the rest of a request that is refused is still read. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private record Arrived(
            Request request, boolean keepAlive, @Nullable Problem flaw) {}

    private final Application application;
    private final Deque<Arrived> waiting = new ArrayDeque<>();
    private @Nullable CompletableFuture<Void> current;
    private @Nullable Answer last;
    private long lastAt;

    Connection(Application application) {
        this.application = application;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof FullHttpRequest request) {
                arrived(context, Requests.read(request), HttpUtil.isKeepAlive(request), Requests.flaw(request));
            } else if (message instanceof TooLarge large) {
                arrived(context, large.request(), false, Problem.tooLarge(large.most()));
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void arrived(ChannelHandlerContext context, Request request, boolean keepAlive, @Nullable Problem flaw) {
        last = null;
        waiting.add(new Arrived(request, keepAlive && flaw == null, flaw));
        if (waiting.size() >= MOST_WAITING) {
            context.channel().config().setAutoRead(false);
        }
        next(context);
    }

    private void next(ChannelHandlerContext context) {
        if (current != null || waiting.isEmpty()) {
            return;
        }
        var arrived = waiting.remove();
        if (waiting.isEmpty()) {
            context.channel().config().setAutoRead(true);
        }
        var gone = new CompletableFuture<Void>();
        current = gone;
        var answer = arrived.flaw() == null
                ? application.answer(arrived.request(), gone, context.executor())
                : CompletableFuture.completedFuture(
                        arrived.flaw().answer(arrived.request().path()));
        answer.thenAccept(done -> context.executor().execute(() -> write(context, done, arrived)));
    }

    private void write(ChannelHandlerContext context, Answer answer, Arrived arrived) {
        lookWhetherSomebodyIsThere(context);
        if (!context.channel().isActive()) {
            answer.lost().run();
            return;
        }
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(answer.status()),
                Unpooled.wrappedBuffer(answer.body()));
        answer.headers().forEach((name, value) -> response.headers().set(name, value));
        if (answer.type() != null) {
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, answer.type());
        }
        if (answer.status() != 204) {
            response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, answer.body().length);
        }
        response.headers().set("x-content-type-options", "nosniff");
        HttpUtil.setKeepAlive(response, arrived.keepAlive());
        context.writeAndFlush(response).addListener(written -> {
            if (written.isSuccess()) {
                last = waiting.isEmpty() ? answer : null;
                lastAt = System.nanoTime();
            } else {
                answer.lost().run();
                context.close();
            }
            current = null;
            if (arrived.keepAlive()) {
                next(context);
            } else if (arrived.flaw() == null) {
                context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            } else {
                linger(context);
            }
        });
    }

    /**
     * A client that has hung up may not have been noticed yet, since reading comes before writing only in the next round of the event loop.
     * What is written then gets lost without a word: so what there is to read is read first.
     */
    private static void lookWhetherSomebodyIsThere(ChannelHandlerContext context) {
        if (context.channel().unsafe() instanceof AbstractNioChannel.NioUnsafe socket) {
            socket.read();
        }
    }

    /** Who still sends when we hang up gets a reset and never sees the answer; so the rest is read and forgotten for a while. */
    private static void linger(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(true);
        context.executor().schedule(() -> context.close(), LINGER.toMillis(), TimeUnit.MILLISECONDS);
        if (context.channel() instanceof SocketChannel socket) {
            socket.shutdownOutput();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        waiting.clear();
        if (current != null) {
            current.complete(null);
        }
        super.channelInactive(context);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof IdleStateEvent && current == null) {
            context.close();
        }
        super.userEventTriggered(context, event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException && last != null && System.nanoTime() - lastAt < SOON.toNanos()) {
            last.lost().run();
            last = null;
        }
        context.close();
    }
}
