package org.tandem.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.h2.mvstore.DataUtils;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file on a disk that has a cache: what has not been forced may be lost when the power is cut, each block of 4 KB for itself and in no
 * order.
 */
public final class FragileFile extends FilePathWrapper {

    public static final String SCHEME = "fragile";

    private static final int BLOCK = 4096;
    private static final List<Disk> DISKS = new ArrayList<>();
    private static volatile boolean full;

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var disk = new Disk(super.open(mode), FilePath.get(getBase() + ".durable"));
        synchronized (DISKS) {
            DISKS.add(disk);
        }
        return disk;
    }

    /** From now on there is no space left, or there is again. */
    public static void full(boolean isFull) {
        full = isFull;
    }

    /** What the disk of the database that was opened last would have if the power were cut now. */
    public static void cutPower(Path copy, Random random) throws IOException {
        Disk last;
        synchronized (DISKS) {
            last = DISKS.getLast();
        }
        last.copyTo(copy, random);
    }

    private record Write(long position, byte[] block) {}

    private static final class Disk extends FileBaseDefault {

        private final FileChannel file;
        private final FileChannel durable;
        private final List<Write> cache = new ArrayList<>();

        Disk(FileChannel file, FilePath durable) throws IOException {
            this.file = file;
            this.durable = durable.open("rw");
            this.durable.truncate(0);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            for (var at = from.position(); at < from.limit(); at += BLOCK) {
                var block = new byte[Math.min(BLOCK, from.limit() - at)];
                from.get(at, block);
                cache.add(new Write(position + at - from.position(), block));
            }
            return file.write(from, position);
        }

        @Override
        public synchronized void force(boolean metaData) throws IOException {
            for (var write : cache) {
                durable.write(ByteBuffer.wrap(write.block), write.position);
            }
            cache.clear();
        }

        synchronized void copyTo(Path copy, Random random) throws IOException {
            try (var to = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var there = ByteBuffer.allocate((int) durable.size());
                DataUtils.readFully(durable, 0, there);
                to.write(there);
                for (var write : cache) {
                    if (random.nextBoolean()) {
                        to.write(ByteBuffer.wrap(write.block), write.position);
                    }
                }
            }
        }

        @Override
        protected synchronized void implTruncate(long size) throws IOException {
            force(true);
            file.truncate(size);
            durable.truncate(size);
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
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
            durable.close();
        }
    }
}
