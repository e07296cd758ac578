package notification.console.engine;

import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The console's helper: reads requests from standard input, answers on standard output, in any order, and ends when
 * its input ends. Nothing else may be written to standard output; words for people go to standard error.
 */
public final class Main {
    private static final int THREADS = 2;

    private final Frames frames;
    private final Dispatcher dispatcher = new Dispatcher();

    private Main(Frames frames) {
        this.frames = frames;
    }

    public static void main(String[] arguments) throws IOException {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        System.setProperty("org.freemarker.loggerLibrary", "none");
        if (Boolean.getBoolean("engine.train")) {
            train();
            return;
        }
        new Main(new Frames(new FileInputStream(FileDescriptor.in), out)).run();
        // A template that does not stop must not keep the process.
        Runtime.getRuntime().halt(0);
    }

    /** Loads what requests need, for the archive of classes that is made when the helper is built. */
    private static void train() throws IOException {
        new Main(new Frames(new ByteArrayInputStream(frame("version", "{}")), OutputStream.nullOutputStream())).run();
        Main main = new Main(new Frames(InputStream.nullInputStream(), OutputStream.nullOutputStream()));
        String text = "<table>[#list xs as x]<tr><td>${x.a!'-'}</td></tr>[/#list]</table><p>${n} &amp; ${s?html}</p>";
        String quoted = '"' + text + '"';
        main.answer(body("prepare", "{\"templates\":[{\"directory\":\".\",\"text\":" + quoted + "}]}"));
        main.answer(body("inspect", "{\"templates\":[{\"name\":\"t\",\"text\":" + quoted + "}]}"));
        main.answer(body("plain", "{\"html\":" + quoted + "}"));
        main.answer(body("render", "{\"name\":\"t\",\"data\":\"{\\\"xs\\\":[],\\\"n\\\":1}\",\"text\":" + quoted + "}"));
    }

    private static byte[] body(String method, String params) {
        return ("{\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] frame(String method, String params) {
        byte[] body = body(method, params);
        return ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).array();
    }

    private void run() throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        for (byte[] frame = frames.read(); frame != null; frame = frames.read()) {
            byte[] request = frame;
            workers.execute(() -> answer(request));
        }
        workers.shutdown();
    }

    private void answer(byte[] frame) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("id", null);
        try {
            respond(frame, response);
            byte[] bytes = Json.write(response);
            if (bytes.length > Frames.MAX_FRAME) {
                response.remove("result");
                response.put("error", new RequestError("output-limit", "The answer is too large").toJson());
                bytes = Json.write(response);
            }
            frames.write(bytes);
        } catch (IOException e) {
            Runtime.getRuntime().halt(1);
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(3);
        }
    }

    private void respond(byte[] frame, Map<String, Object> response) {
        try {
            if (!(Json.read(frame) instanceof Map<?, ?> request)) {
                throw new RequestError("bad-request", "The request is no object");
            }
            response.put("id", request.get("id"));
            if (!(request.get("method") instanceof String method)) {
                throw new RequestError("bad-request", "The request names no method");
            }
            response.put("result", dispatcher.call(method, new Params(request.get("params"))));
        } catch (RequestError e) {
            response.put("error", e.toJson());
        } catch (IOException e) {
            response.put("error", new RequestError("bad-request", String.valueOf(e.getMessage())).toJson());
        } catch (StackOverflowError e) {
            response.put("error", new RequestError("recursion", "The template is nested too deeply").toJson());
        } catch (OutOfMemoryError e) {
            response.put("error", new RequestError("memory-limit", "The template needs too much memory").toJson());
        } catch (RuntimeException e) {
            response.put("error", new RequestError("internal", e.toString()).toJson());
        }
    }
}
