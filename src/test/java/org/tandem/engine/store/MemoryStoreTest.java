package org.tandem.engine.store;

class MemoryStoreTest extends StoreBehaviour {

    @Override
    Store open() {
        return Stores.inMemory();
    }
}
