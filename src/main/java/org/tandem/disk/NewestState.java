package org.tandem.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SingleFileStore;
import org.h2.store.fs.FilePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the whole of a file that was not shut down. H2 2.3 looks no further than its header and the end of the file, and when the
 * chunk that the header names has not reached the disk it may take a state from long before for the newest. Its own recovery mode reads
 * the whole file too, and goes on with what it cannot read as if it were empty. What the newest state does not need any more may have been
 * overwritten by what was lost: it is dropped, since H2 checks it as well and would go back to an older state.
 */
final class NewestState extends SingleFileStore {

    private static final Logger log = LoggerFactory.getLogger(NewestState.class);

    private NewestState() {
        super(Map.of());
    }

    /**
     * Leaves the file as one that was shut down in its newest complete state; one that was shut down, or is used by somebody, as it is.
     *
     * @param file as H2 names it; it may not be there
     * @throws MVStoreException if no state of it is complete
     */
    static void find(String file) throws IOException {
        var path = FilePath.get(file);
        if (!path.exists() || path.size() < OrderedFile.HEADER || wasShutDown(path)) {
            return;
        }
        var store = new NewestState();
        try {
            store.open(file, false, null);
            log.info("{} was not shut down. All of it is looked through for its newest state.", path.getName());
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                return;
            }
            throw e;
        }
        try (var opened =
                new MVStore.Builder().adoptFileStore(store).autoCommitDisabled().open()) {
            opened.setVersionsToKeep(0);
            opened.setRetentionTime(0);
            store.dropUnusedChunks();
        }
    }

    @Override
    protected void readStoreHeader(boolean recoveryMode) {
        super.readStoreHeader(true);
    }

    private static boolean wasShutDown(FilePath file) throws IOException {
        try (var channel = file.open("r")) {
            var header = ByteBuffer.allocate(OrderedFile.HEADER);
            DataUtils.readFully(channel, 0, header);
            var first = header.slice(0, OrderedFile.HEADER / 2);
            var second = header.slice(OrderedFile.HEADER / 2, OrderedFile.HEADER / 2);
            return first.equals(second) && OrderedFile.isShutDown(first);
        }
    }
}
