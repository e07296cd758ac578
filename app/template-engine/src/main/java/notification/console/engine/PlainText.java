package notification.console.engine;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** What a program that shows no HTML makes of a letter: its text in lines, links with their addresses. */
final class PlainText implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private int skipped;
    private int kept;

    private PlainText() {
    }

    static String of(String html) {
        return of(Jsoup.parse(html));
    }

    static String of(Document document) {
        PlainText text = new PlainText();
        NodeTraversor.traverse(text, document.body());
        return text.out.toString().strip() + "\n";
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text && skipped == 0) {
            add(kept > 0 ? text.getWholeText() : text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "));
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    private void open(Element element) {
        switch (element.normalName()) {
            case "style", "script", "head", "title", "noscript" -> skipped++;
            case "pre", "textarea" -> {
                kept++;
                lines(1);
            }
            case "br" -> out.append('\n');
            case "hr" -> {
                lines(1);
                out.append("----------\n");
            }
            case "li" -> {
                lines(1);
                out.append("- ");
            }
            case "td", "th" -> {
                if (!isAtLineStart()) {
                    out.append("  ");
                }
            }
            case "img" -> {
                if (!element.attr("alt").isBlank()) {
                    add("[" + element.attr("alt").strip() + "]");
                }
            }
            case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote" -> lines(2);
            default -> {
                if (element.isBlock()) {
                    lines(1);
                }
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "style", "script", "head", "title", "noscript" -> skipped--;
            case "pre", "textarea" -> {
                kept--;
                lines(1);
            }
            case "a" -> {
                String target = element.attr("href").strip();
                if (!target.isEmpty() && !target.startsWith("#") && !target.equals(element.text().strip())
                    && !target.equals("mailto:" + element.text().strip())) {
                    add(" <" + target + ">");
                }
            }
            case "td", "th", "br", "hr", "img" -> { }
            case "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote" -> lines(2);
            default -> {
                if (element.isBlock()) {
                    lines(1);
                }
            }
        }
    }

    private void add(String text) {
        boolean blank = out.length() == 0 || Character.isWhitespace(out.charAt(out.length() - 1));
        out.append(kept == 0 && blank ? text.stripLeading() : text);
    }

    private boolean isAtLineStart() {
        return out.length() == 0 || out.charAt(out.length() - 1) == '\n';
    }

    /** Ends the line, so that at least `count` line ends stand before what comes. */
    private void lines(int count) {
        int end = out.length();
        while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '\t')) {
            end--;
        }
        out.setLength(end);
        if (end == 0) {
            return;
        }
        int there = 0;
        while (there < end && out.charAt(end - 1 - there) == '\n') {
            there++;
        }
        out.append("\n".repeat(Math.max(0, count - there)));
    }
}
