package notification.console.engine;

import java.io.IOException;
import java.io.Writer;

/** Collects what a template writes and stops it when that grows past `limit` bytes of UTF-8. */
final class LimitedWriter extends Writer {
    static final class TooLong extends IOException {
        TooLong(String message) {
            super(message);
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final long limit;
    private long bytes;

    LimitedWriter(long limit) {
        this.limit = limit;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            count(buffer[i]);
        }
        check();
        text.append(buffer, offset, length);
    }

    @Override
    public void write(String string, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            count(string.charAt(i));
        }
        check();
        text.append(string, offset, offset + length);
    }

    long left() {
        return limit - bytes;
    }

    private void count(char c) {
        // Two bytes for each half of a pair make the four that the character takes.
        bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    private void check() throws IOException {
        if (bytes > limit) {
            throw new TooLong("The text grew past " + limit + " bytes");
        }
    }

    @Override
    public void flush() {
    }

    @Override
    public void close() {
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
