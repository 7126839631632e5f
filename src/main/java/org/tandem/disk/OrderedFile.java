package org.tandem.disk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file of H2 that a power cut cannot spoil, whatever the disk has written until then and in whatever order. Nothing is overwritten
 * before everything that was written earlier is on the disk: H2 uses space again as soon as its newest state does not need it, but that
 * state may not be there yet when it is the work of its background thread. The first block of a chunk, by which H2 knows that the chunk
 * is there, is written when the rest of it and all that was written earlier are on the disk, and so is that the file was shut down.
 */
public final class OrderedFile extends FilePathWrapper {

    static final String SCHEME = "ordered";

    private static final int BLOCK = 4096;

    /** H2's two copies of its header; each may be lost. */
    static final int HEADER = 2 * BLOCK;

    @Override
    public String getScheme() {
        return SCHEME;
    }

    /** Whether H2 says in this copy of its header that it has shut the file down. */
    static boolean isShutDown(ByteBuffer header) {
        return ISO_8859_1.decode(header.duplicate()).toString().contains(",clean:1,");
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Ordered(super.open(mode));
    }

    private static final class Ordered extends FileBaseDefault {

        private final FileChannel file;
        private boolean written;

        Ordered(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            if (position < HEADER) {
                if (isShutDown(from)) {
                    force(false);
                }
                return put(from, position);
            }
            if (written && position < file.size()) {
                force(false);
            }
            var length = from.remaining();
            if (length > BLOCK) {
                put(from.slice(from.position() + BLOCK, length - BLOCK), position + BLOCK);
            }
            if (written) {
                force(false);
            }
            put(from.slice(from.position(), Math.min(BLOCK, length)), position);
            from.position(from.limit());
            return length;
        }

        private int put(ByteBuffer from, long position) throws IOException {
            written = true;
            var length = from.remaining();
            while (from.hasRemaining()) {
                file.write(from, position + length - from.remaining());
            }
            return length;
        }

        /** Times in the directory are never forced: that costs a second write. */
        @Override
        public synchronized void force(boolean metaData) throws IOException {
            file.force(false);
            written = false;
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            return file.read(to, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
