package notification.console.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Two letters with what differs between them marked in both: words, and pictures. */
final class LetterDiff {
    /** Cells of the comparison; what is larger counts as different from its first difference to its last. */
    private static final long MOST_CELLS = 4_000_000;
    private static final String GONE = "background:#ffd0cc;color:#5c0b05;text-decoration:line-through";
    private static final String NEW = "background:#bff0c6;color:#05381b;text-decoration:underline";

    private record Word(Node node, int begin, int end, String text) {
    }

    private final Document left;
    private final Document right;

    LetterDiff(String left, String right) {
        this.left = Jsoup.parse(left);
        this.right = Jsoup.parse(right);
    }

    Map<String, Object> compare() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("leftText", PlainText.of(left));
        result.put("rightText", PlainText.of(right));
        List<Word> ours = words(left);
        List<Word> theirs = words(right);
        boolean[] gone = new boolean[ours.size()];
        boolean[] added = new boolean[theirs.size()];
        find(ours, theirs, gone, added);
        int changes = mark(ours, gone, GONE) + mark(theirs, added, NEW);
        result.put("changes", changes);
        result.put("left", html(left));
        result.put("right", html(right));
        return result;
    }

    private static String html(Document document) {
        document.outputSettings().prettyPrint(false);
        return document.outerHtml();
    }

    private static List<Word> words(Document document) {
        List<Word> words = new ArrayList<>();
        NodeTraversor.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    split(text, words);
                } else if (node instanceof Element element && element.normalName().equals("img")) {
                    words.add(new Word(node, 0, 0, "<img " + element.attr("src")));
                }
            }

            @Override
            public void tail(Node node, int depth) {
            }
        }, document.body());
        return words;
    }

    private static void split(TextNode node, List<Word> words) {
        String text = node.getWholeText();
        int i = 0;
        while (i < text.length()) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            }
            int begin = i;
            while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
                i++;
            }
            words.add(new Word(node, begin, i, text.substring(begin, i)));
        }
    }

    private static void find(List<Word> a, List<Word> b, boolean[] gone, boolean[] added) {
        int begin = 0;
        int n = a.size();
        int m = b.size();
        while (begin < n && begin < m && a.get(begin).text.equals(b.get(begin).text)) {
            begin++;
        }
        while (n > begin && m > begin && a.get(n - 1).text.equals(b.get(m - 1).text)) {
            n--;
            m--;
        }
        int rows = n - begin;
        int columns = m - begin;
        if ((long) rows * columns > MOST_CELLS) {
            java.util.Arrays.fill(gone, begin, n, true);
            java.util.Arrays.fill(added, begin, m, true);
            return;
        }
        int[][] longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                longest[i][j] = a.get(begin + i).text.equals(b.get(begin + j).text) ? longest[i + 1][j + 1] + 1
                    : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows || j < columns) {
            if (i < rows && j < columns && a.get(begin + i).text.equals(b.get(begin + j).text)) {
                i++;
                j++;
            } else if (j == columns || i < rows && longest[i + 1][j] >= longest[i][j + 1]) {
                gone[begin + i++] = true;
            } else {
                added[begin + j++] = true;
            }
        }
    }

    /** Wraps runs of marked words; gives how many runs there were. */
    private static int mark(List<Word> words, boolean[] marked, String style) {
        int runs = 0;
        int i = 0;
        while (i < words.size()) {
            Node node = words.get(i).node;
            int end = i;
            while (end < words.size() && words.get(end).node == node) {
                end++;
            }
            if (node instanceof TextNode text) {
                runs += markText(text, words, marked, i, end, style);
            } else if (marked[i]) {
                node.attr("style", node.attr("style") + ";outline:3px solid #c4320a");
                runs++;
            }
            i = end;
        }
        return runs;
    }

    private static int markText(TextNode node, List<Word> words, boolean[] marked, int from, int to, String style) {
        String text = node.getWholeText();
        int runs = 0;
        int done = 0;
        int i = from;
        while (i < to) {
            if (!marked[i]) {
                i++;
                continue;
            }
            int last = i;
            while (last + 1 < to && marked[last + 1]) {
                last++;
            }
            node.before(new TextNode(text.substring(done, words.get(i).begin)));
            Element mark = new Element("mark").attr("style", style);
            mark.appendChild(new TextNode(text.substring(words.get(i).begin, words.get(last).end)));
            node.before(mark);
            done = words.get(last).end;
            i = last + 1;
            runs++;
        }
        if (runs > 0) {
            node.text(text.substring(done));
        }
        return runs;
    }
}
