package notification.console.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterDiffTest {
    private static String marked(String html) {
        return html.replaceAll("<mark style=\"background:#ff[^\"]*\">(.*?)</mark>", "-$1-")
            .replaceAll("<mark style=\"background:#bf[^\"]*\">(.*?)</mark>", "+$1+")
            .replaceAll(".*<body>|</body>.*", "");
    }

    private static String compare(String left, String right) {
        Map<String, Object> result = new LetterDiff(left, right).compare();
        return marked((String) result.get("left")) + " | " + marked((String) result.get("right")) + " | "
            + result.get("changes");
    }

    @Test
    void wordsAreMarkedInBoth() {
        assertEquals("<p>Hello -old- world</p> | <p>Hello +new+ world</p> | 2",
            compare("<p>Hello old world</p>", "<p>Hello new world</p>"));
        assertEquals("<p>a <b>b</b> c</p> | <p>a <b>b</b> c +d e+</p> | 1",
            compare("<p>a <b>b</b> c</p>", "<p>a <b>b</b> c d e</p>"));
        assertEquals("<p>same</p> | <p>same</p> | 0", compare("<p>same</p>", "<p>same</p>"));
        assertEquals("<p>Ціна -5- грн</p> | <p>Ціна +6+ грн</p> | 2", compare("<p>Ціна 5 грн</p>", "<p>Ціна 6 грн</p>"));
        assertEquals("<p>&lt;b&gt; -x-</p> | <p>&lt;b&gt;</p> | 1", compare("<p>&lt;b&gt; x</p>", "<p>&lt;b&gt;</p>").replace("<p>&lt;b&gt; </p>", "<p>&lt;b&gt;</p>"));
    }

    @Test
    void picturesAreWords() {
        Map<String, Object> result = new LetterDiff("<img src='a'><img src='b'>", "<img src='a'><img src='c'>").compare();
        assertEquals(2, result.get("changes"));
        assertTrue(((String) result.get("left")).contains("<img src=\"b\" style=\";outline"));
        assertFalse(((String) result.get("left")).contains("<img src=\"a\" style"));
    }

    @Test
    void whollyDifferentOnesEnd() {
        String left = "<p>" + "a b ".repeat(20_000) + "</p>";
        String right = "<p>" + "c d ".repeat(20_000) + "</p>";
        assertEquals(2, new LetterDiff(left, right).compare().get("changes"));
    }

    @Test
    void plainTextOfALetter() {
        assertEquals("Title\n\nHello, world\nnext <x> line\n\n- one\n- two <https://e.org/a>\n\n[Logo]\na  b\nc  d\n",
            PlainText.of("<html><head><style>p{}</style><title>t</title></head><body><h1>Title</h1>\n<p>Hello,   <b>world</b><br>"
                + "next &lt;x&gt; line</p><ul><li>one</li><li><a href='https://e.org/a'>two</a></ul><img alt=Logo src=x>"
                + "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><script>x()</script></body></html>"));
        assertEquals("a\n  b\n", PlainText.of("<pre>a\n  b</pre>"));
        assertEquals("me@e.org\n", PlainText.of("<a href='mailto:me@e.org'>me@e.org</a>"));
        assertEquals("\n", PlainText.of(""));
    }
}
