package notification.console.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The prepared bytes against the three steps of docs/contracts.md, written down a second time without any checks. */
class PublisherBytesTest {
    private static final String[] PIECES = {"<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "[#list a as b]", "[/#list]",
        "${x}", "${y!\"z\"}", "[#if a < b]", "[/#if]", "<div class=\"${c}\">", "</div>", "<br>", "<img src=\"images/a.png\">",
        "<IMG SRC=images/a.png alt='ї'>", "<a href=\"x?a=1&b=2\">", "</a>", "Текст ", "&nbsp;", "&#x1F600;", "&bogus;",
        "<style>p{}</style>", "<link href=\"s.css\">", "<link rel=icon>", "<head>", "<body>", "<!-- c -->", "<b>", "</i>",
        "<form>", "<input value='${v!\"q\"}'>", "<select><option>", "\n", "\r\n", "\r", "[#-- c --]", "<ul><li>", "</html>",
        "<html lang=uk>", "\"", "'", "<", ">", "&", "<span [#if q]x[/#if]>", "[@m a=\"b\"/]", "<title>", "</title>",
        "<textarea>", "<script>", "</script>", "<pre>\n", "\u00a0", "\ufeff", "😀", "\u0001", "<![CDATA[x]]>", "<?php ?>"};

    @TempDir
    Path folder;

    private String asThePublisher(String text) throws IOException {
        Document document = Jsoup.parse(text);
        document.outputSettings().syntax(Document.OutputSettings.Syntax.xml);
        for (Element image : document.select("img")) {
            byte[] bytes = Files.readAllBytes(folder.resolve(image.attr("src")));
            image.attr("src", "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes));
        }
        for (Element link : document.select("link")) {
            if (!link.attr("href").isEmpty()) {
                byte[] css = Files.readAllBytes(folder.resolve("css").resolve(link.attr("href")));
                document.head().select("link").remove();
                document.head().select("style").remove();
                document.head().append("<style>" + new String(css, StandardCharsets.UTF_8) + "</style>");
            }
        }
        return document.toString();
    }

    @Test
    void anyMixtureOfPieces() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("css"));
        byte[] picture = new byte[100];
        new Random(3).nextBytes(picture);
        Files.write(folder.resolve("images/a.png"), picture);
        Files.writeString(folder.resolve("css/s.css"),
            "p > b { content: \"\\201C<&>\" } /* </styl> */\r\n@media (max-width:600px){ td{x:y} }\nтекст</style><script>x</script>");
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertEquals(asThePublisher(text.toString()),
                new EmailPreparer(new TemplateFiles(folder.toString())).prepare(text.toString()).get("content"),
                text::toString);
        }
    }
}
