package notification.console.engine;

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

/** Renders one template with one data model, within limits. Used by one thread at a time. */
final class Renderer {
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

        LimitedWriter out = new LimitedWriter(outputLimit);
        try (Watchdog watchdog = new Watchdog(timeMs)) {
            try {
                template.process(model, out);
                return pictures.restore(out.toString(), out.left());
            } catch (LimitedWriter.TooLong e) {
                throw new RequestError("output-limit", e.getMessage());
            } catch (TemplateNotFoundException e) {
                throw new RequestError("include", firstLine(e.getMessage())).with("subject", e.getTemplateName());
            } catch (TemplateException e) {
                throw stopped(watchdog, describe(e));
            } catch (StackOverflowError e) {
                throw new RequestError("recursion", "The template calls itself without end");
            } catch (OutOfMemoryError e) {
                throw new RequestError("memory-limit", "The template needs too much memory");
            } catch (IOException | RuntimeException e) {
                throw stopped(watchdog, new RequestError("render", String.valueOf(e.getMessage())));
            }
        }
    }

    Template parse(String name, String text) throws RequestError {
        try {
            return new Template(name, new StringReader(text), configuration);
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

    private static RequestError stopped(Watchdog watchdog, RequestError otherwise) {
        if (watchdog.hasFired()) {
            return new RequestError("time-limit", "The template did not come to an end in time");
        }
        return otherwise;
    }

    private static RequestError describe(TemplateException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedWriter.TooLong) {
                return new RequestError("output-limit", cause.getMessage());
            }
            if (cause instanceof StackOverflowError) {
                return new RequestError("recursion", "The template calls itself without end");
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
