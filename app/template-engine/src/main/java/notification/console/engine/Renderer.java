package notification.console.engine;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.StopException;
import freemarker.core.TemplateInspector;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renders one template with one data model, within limits. Any thread. */
final class Renderer {
    private static final int ATTEMPTS = 3;

    private final Configuration configuration = Engine.configuration();

    Map<String, Object> render(String name, String text, String data, int timeMs, int outputLimit) throws RequestError {
        Map<?, ?> model = model(data);
        Pictures pictures = new Pictures(text);
        try {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("text", render(name, pictures, model, timeMs, outputLimit));
            return result;
        } catch (RequestError e) {
            throw e.atColumn(pictures::column);
        }
    }

    private String render(String name, Pictures pictures, Map<?, ?> model, int timeMs, int outputLimit)
        throws RequestError {
        Template template = parse(name, pictures.text());
        refuseForbidden(template);
        TemplateInspector.makeInterruptible(template);

        for (int attempt = 1;; attempt++) {
            LimitedWriter out = new LimitedWriter(outputLimit);
            Supervisor supervisor = new Supervisor(() -> template.process(model, out), timeMs);
            Throwable failure = supervisor.run();
            if (failure instanceof OutOfMemoryError && !supervisor.isGreedy() && attempt < ATTEMPTS) {
                // A neighbour took it all; that one has been stopped.
                continue;
            }
            RequestError error = supervisor.stopped() != null ? supervisor.stopped() : explain(failure);
            if (error != null) {
                throw error;
            }
            try {
                return pictures.restore(out.toString(), out.left());
            } catch (LimitedWriter.TooLong e) {
                throw new RequestError("output-limit", e.getMessage());
            }
        }
    }

    private static RequestError explain(Throwable failure) {
        if (failure == null) {
            return null;
        }
        if (failure instanceof LimitedWriter.TooLong) {
            return new RequestError("output-limit", failure.getMessage());
        }
        if (failure instanceof TemplateNotFoundException e) {
            return new RequestError("include", firstLine(e.getMessage())).with("subject", e.getTemplateName());
        }
        if (failure instanceof TemplateException e) {
            return describe(e);
        }
        if (failure instanceof StackOverflowError) {
            return new RequestError("recursion", "The template calls itself without end");
        }
        if (failure instanceof OutOfMemoryError) {
            return Supervisor.tooMuchMemory();
        }
        return new RequestError("render", String.valueOf(failure.getMessage()));
    }

    private interface Parse<T> {
        T run() throws IOException;
    }

    /** What the template is made of, for looking at it. */
    TemplateInspector inspect(String name, String text) throws RequestError {
        return parsed(() -> TemplateInspector.read(name, text, configuration));
    }

    private Template parse(String name, String text) throws RequestError {
        return parsed(() -> new Template(name, new StringReader(text), configuration));
    }

    private static <T> T parsed(Parse<T> parse) throws RequestError {
        try {
            return parse.run();
        } catch (ParseException e) {
            throw new RequestError("syntax", firstLine(e.getEditorMessage())).at(e.getLineNumber(), e.getColumnNumber());
        } catch (StackOverflowError e) {
            throw new RequestError("syntax", "The template is nested too deeply");
        } catch (IOException | RuntimeException e) {
            throw new RequestError("syntax", String.valueOf(e.getMessage()));
        }
    }

    /** The recipient's parameters; the service adds `recipientRoles` to all of them. */
    private static Map<?, ?> model(String data) throws RequestError {
        try {
            if (Json.read(data) instanceof Map<?, ?> map) {
                Map<Object, Object> model = new LinkedHashMap<>(map);
                model.putIfAbsent("recipientRoles", List.of());
                return model;
            }
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw new RequestError("bad-data", e.getOriginalMessage()
                + (place == null ? "" : " (" + place.getLineNr() + ":" + place.getColumnNr() + ")"));
        } catch (IOException e) {
            throw new RequestError("bad-data", firstLine(e.getMessage()));
        }
        throw new RequestError("bad-data", "The data is no JSON object");
    }

    private static void refuseForbidden(Template template) throws RequestError {
        List<TemplateInspector.Place> places = new TemplateInspector(template).forbidden();
        if (!places.isEmpty()) {
            TemplateInspector.Place place = places.get(0);
            throw new RequestError("forbidden", "?" + place.text() + " is not allowed").at(place.line(), place.column())
                .with("subject", "?" + place.text());
        }
    }

    private static RequestError describe(TemplateException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedWriter.TooLong) {
                return new RequestError("output-limit", cause.getMessage());
            }
            if (cause instanceof StackOverflowError) {
                return new RequestError("recursion", "The template calls itself without end");
            }
            if (cause instanceof OutOfMemoryError) {
                return Supervisor.tooMuchMemory();
            }
        }
        String message = String.valueOf(e.getMessageWithoutStackTop());
        String code = "render";
        if (e instanceof InvalidReferenceException) {
            code = "missing-variable";
        } else if (e instanceof StopException) {
            code = "stopped";
        } else if (message.contains("not allowed in the template for security reasons")
            || message.contains("\"api_builtin_enabled\"")) {
            code = "forbidden";
        }
        RequestError error = new RequestError(code, firstLine(message)).at(e.getLineNumber(), e.getColumnNumber());
        return error.with("subject", e.getBlamedExpressionString()).with("trace", e.getFTLInstructionStack());
    }

    private static String firstLine(String message) {
        if (message == null) {
            return "";
        }
        int end = message.indexOf("\n----");
        return (end < 0 ? message : message.substring(0, end)).strip();
    }
}
