package org.tandem.quality.numbers;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** How long something took in many cases: percentiles are exact to a hundredth of their value. */
public final class Durations {

    private static final int DIGITS = 2;
    private static final double PERCENT = 100;

    private final Histogram seconds = new Histogram(DIGITS);

    void add(long duration) {
        seconds.recordValue(duration);
    }

    void add(Durations more) {
        if (more.count() > 0) {
            seconds.add(more.seconds);
        }
    }

    public long count() {
        return seconds.getTotalCount();
    }

    /**
     * In seconds; 0 if there is none.
     *
     * @param share of the cases, in (0, 1], that took at most so long
     */
    public long percentile(double share) {
        return count() == 0 ? 0 : seconds.getValueAtPercentile(share * PERCENT);
    }

    String encoded() {
        if (count() == 0) {
            return "";
        }
        var buffer = ByteBuffer.allocate(seconds.getNeededByteBufferCapacity());
        int length = seconds.encodeIntoCompressedByteBuffer(buffer);
        buffer.rewind().limit(length);
        var bytes = new byte[length];
        buffer.get(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    void addEncoded(String encoded) {
        if (encoded.isEmpty()) {
            return;
        }
        try {
            seconds.add(Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), 0));
        } catch (DataFormatException e) {
            throw new IllegalStateException("These durations cannot be read: " + encoded, e);
        }
    }
}
