package freemarker.core;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * A text that is in memory already, as FreeMarker's scanner reads it. The scanner's own reader copies all that it has
 * of a word each time that 2 KB more of it come, so that one word of 10 MB takes it a minute and a half; this one
 * copies nothing. Characters and places are the same, with a tab as one column.
 */
final class WholeText extends SimpleCharStream {
    private final String text;
    private final int[] lineStarts;
    private int begin;
    private int at = -1; // of the last character read

    WholeText(String text) {
        super(Reader.nullReader(), 1, 1, 1);
        this.text = text;
        lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    @Override
    public char BeginToken() throws IOException {
        begin = at; // stays so at the end of the text
        char c = readChar();
        begin = at;
        return c;
    }

    @Override
    public char readChar() throws IOException {
        if (at + 1 >= text.length()) {
            throw new IOException("The text is at its end");
        }
        return text.charAt(++at);
    }

    @Override
    public void backup(int amount) {
        at -= amount;
    }

    @Override
    public String GetImage() {
        return text.substring(Math.max(0, begin), at + 1);
    }

    @Override
    public char[] GetSuffix(int length) {
        return text.substring(at + 1 - length, at + 1).toCharArray();
    }

    @Override
    public int getBeginLine() {
        return lineOf(begin) + 1;
    }

    @Override
    public int getBeginColumn() {
        return columnOf(begin);
    }

    @Override
    public int getEndLine() {
        return lineOf(at) + 1;
    }

    @Override
    public int getEndColumn() {
        return columnOf(at);
    }

    private int lineOf(int position) {
        int found = Arrays.binarySearch(lineStarts, Math.max(0, position));
        return found >= 0 ? found : -found - 2;
    }

    private int columnOf(int position) {
        return Math.max(0, position) - lineStarts[lineOf(position)] + 1;
    }
}
