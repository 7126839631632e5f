package org.tandem.assistant.classifier;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * The quantized bge-small-en-v1.5 inside this process. Texts go through one at a time and on the calling thread: the
 * quantized model gives slightly other vectors in batches, and one inquiry must not take the cores of all others.
 */
public final class BgeEmbedder implements Embedder, AutoCloseable {

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final int DIMENSIONS = 384;
    private static final int MAX_TOKENS = 256;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    public BgeEmbedder() {
        try (var options = new OrtSession.SessionOptions();
                var model = resource(MODEL);
                var vocabulary = resource(TOKENIZER)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.addConfigEntry("session.set_denormal_as_zero", "1");
            options.setCPUArenaAllocator(false);
            session = environment.createSession(model.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(
                    vocabulary,
                    Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(MAX_TOKENS)));
        } catch (OrtException | IOException e) {
            throw new IllegalStateException("The embedding model " + MODEL + " cannot be loaded", e);
        }
    }

    private static InputStream resource(String name) {
        var stream = BgeEmbedder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("The embedding model's file " + name + " is not on the class path");
        }
        return stream;
    }

    @Override
    public float[] embed(String text) {
        var tokens = tokenizer.encode(text);
        long[] ids = tokens.getIds();
        long[] shape = {1, ids.length};
        try (var idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.getAttentionMask()), shape);
                var types = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.getTypeIds()), shape);
                var result =
                        session.run(Map.of("input_ids", idTensor, "attention_mask", mask, "token_type_ids", types))) {
            var vector = new float[DIMENSIONS];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(vector);
            return Vectors.normalize(vector);
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model failed on a text of " + ids.length + " tokens", e);
        }
    }

    @Override
    public void close() {
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model cannot be closed", e);
        }
    }
}
