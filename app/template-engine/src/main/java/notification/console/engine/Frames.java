package notification.console.engine;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Frames on a pipe: four bytes of length (big-endian, unsigned), then that many bytes of JSON in UTF-8. */
final class Frames {
    static final int MAX_FRAME = 128 << 20;

    private final DataInputStream in;
    private final OutputStream out;

    Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    /** The next frame, or null when the other side has closed the pipe between two frames. One reader at a time. */
    byte[] read() throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        byte[] rest = in.readNBytes(3);
        if (rest.length < 3) {
            throw new EOFException("The pipe ended inside a frame");
        }
        int length = (first << 24) | ((rest[0] & 0xff) << 16) | ((rest[1] & 0xff) << 8) | (rest[2] & 0xff);
        if (length < 0 || length > MAX_FRAME) {
            throw new IOException("A frame of " + Integer.toUnsignedString(length) + " bytes is not accepted");
        }
        byte[] frame = in.readNBytes(length);
        if (frame.length < length) {
            throw new EOFException("The pipe ended inside a frame");
        }
        return frame;
    }

    /** Whole frames only, from any thread. */
    synchronized void write(byte[] frame) throws IOException {
        int length = frame.length;
        out.write(new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
        out.write(frame);
        out.flush();
    }
}
