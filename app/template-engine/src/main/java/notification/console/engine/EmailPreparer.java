package notification.console.engine;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An email template as it is published: docs/contracts.md, "What is published". The order of the steps and the form
 * of each call decide about bytes, so they follow the rule to the letter: pictures, then each link anew (a second
 * sheet replaces the first), then the document's own string form.
 */
final class EmailPreparer {
    private final TemplateFiles files;
    private final List<Object> read = new ArrayList<>();
    private final List<Object> problems = new ArrayList<>();
    private boolean failed;

    EmailPreparer(TemplateFiles files) {
        this.files = files;
    }

    /**
     * `content`, `files` that went into it, `problems` in the order of the document; `complete` is false when something
     * is missing, and the content then good for checks only.
     */
    Map<String, Object> prepare(String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().syntax(Document.OutputSettings.Syntax.xml);
        embedPictures(document);
        embedStyles(document);

        Map<String, Object> result = new LinkedHashMap<>();
        result.put("complete", !failed);
        result.put("content", document.toString());
        result.put("files", read);
        result.put("problems", problems);
        return result;
    }

    private void embedPictures(Document document) {
        for (Element image : document.select("img")) {
            String source = image.attr("src");
            try {
                Path file = files.find("", source);
                byte[] bytes = files.read(file);
                note(file, "image", bytes);
                image.attr("src", "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes));
            } catch (TemplateFiles.Escape e) {
                problem("path-escape", "img", source, null);
            } catch (IOException e) {
                problem("missing-image", "img", source, reason(e));
            }
        }
    }

    private void embedStyles(Document document) {
        for (Element link : document.select("link")) {
            String href = link.attr("href");
            if (href.isEmpty()) {
                continue;
            }
            document.head().select("link").remove();
            document.head().select("style").remove();
            try {
                Path file = findStyle(href);
                byte[] bytes = files.read(file);
                note(file, "style", bytes);
                document.head().append("<style>" + TemplateFiles.decode(bytes) + "</style>");
            } catch (TemplateFiles.Escape e) {
                problem("path-escape", "link", href, null);
            } catch (IOException e) {
                problem("missing-style", "link", href, reason(e));
            }
        }
    }

    /** A bare name inside css/, as the publisher wants it; `css/style.css`, as the platform's guide writes it, also. */
    private Path findStyle(String href) throws TemplateFiles.Escape, IOException {
        try {
            return files.find("css", href);
        } catch (IOException e) {
            if (!href.startsWith("css/")) {
                throw e;
            }
            Path file = files.find("", href);
            Map<String, Object> note = new LinkedHashMap<>();
            note.put("code", "style-path");
            note.put("element", "link");
            note.put("reference", href);
            problems.add(note);
            return file;
        }
    }

    private void note(Path file, String kind, byte[] bytes) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", files.relative(file));
        entry.put("kind", kind);
        entry.put("sha256", sha256(bytes));
        entry.put("size", (long) bytes.length);
        entry.put("jpeg", bytes.length > 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8
            && bytes[2] == (byte) 0xff);
        read.add(entry);
    }

    private void problem(String code, String element, String reference, String detail) {
        failed = true;
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", code);
        entry.put("element", element);
        entry.put("reference", reference);
        if (detail != null) {
            entry.put("detail", detail);
        }
        problems.add(entry);
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? null : e.getMessage();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
