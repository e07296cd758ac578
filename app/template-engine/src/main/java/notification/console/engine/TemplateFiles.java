package notification.console.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The files of one template's directory. A reference that leads out of it (absolute, {@code ..}, a symbolic link) is
 * refused before a byte is read; the publisher would embed whatever file it can reach.
 */
final class TemplateFiles {
    static final class Escape extends Exception {
        Escape(String reference) {
            super(reference, null, false, false);
        }
    }

    private static final long MAX_FILE = 48L << 20;

    private final Path root;
    private Path realRoot;

    TemplateFiles(String directory) {
        root = Path.of(directory).toAbsolutePath().normalize();
    }

    /** Path of `reference`, seen from `folder` of the template's directory ("" for the directory itself). */
    Path find(String folder, String reference) throws Escape, IOException {
        Path path;
        try {
            if (reference.startsWith("//")) {
                // Another host's picture, not a path of this machine.
                throw new NoSuchFileException(reference);
            }
            if (reference.startsWith("/")) {
                throw new Escape(reference);
            }
            path = root.resolve(folder).resolve(reference);
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(reference);
        }
        // Lexically first: "x/../../secret" is an escape even where there is no x.
        if (!path.normalize().startsWith(root)) {
            throw new Escape(reference);
        }
        if (realRoot == null) {
            realRoot = root.toRealPath();
        }
        Path real = path.toRealPath();
        if (!real.startsWith(realRoot)) {
            throw new Escape(reference);
        }
        if (!Files.isRegularFile(real)) {
            throw new NoSuchFileException(reference);
        }
        return real;
    }

    byte[] read(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MAX_FILE) {
            throw new IOException("larger than " + (MAX_FILE >> 20) + " MiB");
        }
        return Files.readAllBytes(file);
    }

    /** Text as the publisher reads it: what is not UTF-8 becomes U+FFFD, a byte order mark stays. */
    static String decode(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Name inside the template's directory, with `/`. */
    String relative(Path real) {
        return realRoot.relativize(real).toString();
    }
}
