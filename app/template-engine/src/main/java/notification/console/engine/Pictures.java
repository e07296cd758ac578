package notification.console.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes embedded pictures out of a text before FreeMarker parses it, and puts them back into what it writes: its
 * scanner needs time in the square of the longest word, so one photograph would cost seconds. A picture is static text
 * to FreeMarker, so the result is the same.
 */
final class Pictures {
    private static final String MARK = "base64,";
    private static final int LONG = 2048;
    private static final char OPEN = '\uf8f0';
    private static final char CLOSE = '\uf8f1';

    private record Cut(int line, int column, int length) {
    }

    private final List<String> pictures = new ArrayList<>();
    private final List<Cut> cuts = new ArrayList<>();
    private final String text;

    Pictures(String original) {
        text = original.indexOf(OPEN) >= 0 || original.indexOf(CLOSE) >= 0 ? original : takeOut(original);
    }

    /** The text without its pictures. */
    String text() {
        return text;
    }

    /** The column in the original text of a place in text(). */
    int column(int line, int column) {
        int result = column;
        for (Cut cut : cuts) {
            if (cut.line == line && cut.column < column) {
                result += cut.length;
            }
        }
        return result;
    }

    /** Puts the pictures back, within the limit (bytes; a picture has one a character). */
    String restore(String rendered, long left) throws LimitedWriter.TooLong {
        if (pictures.isEmpty()) {
            return rendered;
        }
        StringBuilder out = new StringBuilder(rendered.length());
        int from = 0;
        for (int open = rendered.indexOf(OPEN); open >= 0; open = rendered.indexOf(OPEN, from)) {
            int close = rendered.indexOf(CLOSE, open);
            int index = close < 0 ? -1 : number(rendered, open + 1, close);
            if (index < 0 || index >= pictures.size()) {
                // The template cut or doubled a mark: only a text that takes itself apart can do that.
                out.append(rendered, from, open + 1);
                from = open + 1;
                continue;
            }
            out.append(rendered, from, open).append(pictures.get(index));
            left -= pictures.get(index).length();
            if (left < 0) {
                throw new LimitedWriter.TooLong("The text with its pictures is too large");
            }
            from = close + 1;
        }
        return out.append(rendered, from, rendered.length()).toString();
    }

    private String takeOut(String original) {
        StringBuilder out = null;
        int from = 0;
        int line = 1;
        int lineStart = 0;
        int counted = 0;
        for (int mark = original.indexOf(MARK); mark >= 0; mark = original.indexOf(MARK, mark + 1)) {
            int begin = mark + MARK.length();
            int end = begin;
            while (end < original.length() && isBase64(original.charAt(end))) {
                end++;
            }
            if (end - begin < LONG) {
                continue;
            }
            for (; counted < begin; counted++) {
                if (original.charAt(counted) == '\n') {
                    line++;
                    lineStart = counted + 1;
                }
            }
            if (out == null) {
                out = new StringBuilder();
            }
            String placeholder = OPEN + Integer.toString(pictures.size()) + CLOSE;
            cuts.add(new Cut(line, shortColumn(begin - lineStart + 1, line), end - begin - placeholder.length()));
            out.append(original, from, begin).append(placeholder);
            pictures.add(original.substring(begin, end));
            from = end;
            mark = end - 1;
        }
        return out == null ? original : out.append(original, from, original.length()).toString();
    }

    /** Of a column in the original: the one in what is made, earlier cuts of the line taken off. */
    private int shortColumn(int original, int line) {
        int result = original;
        for (Cut cut : cuts) {
            if (cut.line == line) {
                result -= cut.length;
            }
        }
        return result;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || value > 1_000_000) {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return to > from ? value : -1;
    }

    private static boolean isBase64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=';
    }
}
