package org.tandem.engine.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file of H2 in which nothing is overwritten before everything that was written earlier is on the disk. H2 uses space again as soon as
 * its newest state does not need it, but that state may not be on the disk yet when it is the work of its background thread: after a
 * power cut the older state would be there, with holes.
 */
public final class OrderedFile extends FilePathWrapper {

    static final String SCHEME = "ordered";

    /** H2's two copies of its header; each may be lost. */
    private static final int HEADER = 2 * 4096;

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Ordered(super.open(mode));
    }

    private static final class Ordered extends FileBaseDefault {

        private final FileChannel file;
        private volatile boolean written;

        Ordered(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            if (written && position >= HEADER && position < file.size()) {
                force(false);
            }
            written = true;
            return file.write(from, position);
        }

        /** Times in the directory are never forced: that costs a second write. */
        @Override
        public void force(boolean metaData) throws IOException {
            written = false;
            file.force(false);
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
