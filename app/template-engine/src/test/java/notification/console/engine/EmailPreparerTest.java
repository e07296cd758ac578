package notification.console.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmailPreparerTest {
    @TempDir
    Path directory;

    private Map<String, Object> prepare(String html) {
        return new EmailPreparer(new TemplateFiles(directory.toString())).prepare(html);
    }

    private String content(String html) {
        return (String) prepare(html).get("content");
    }

    private void file(String name, String text) throws IOException {
        Path path = directory.resolve(name);
        Files.createDirectories(path.getParent());
        Files.write(path, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String codes(Map<String, Object> result) {
        StringBuilder text = new StringBuilder();
        for (Object problem : (List<?>) result.get("problems")) {
            Map<?, ?> map = (Map<?, ?>) problem;
            text.append(map.get("code")).append(' ').append(map.get("reference")).append('\n');
        }
        return text.toString();
    }

    @Test
    void emptyText() {
        assertEquals("<html>\n <head></head>\n <body></body>\n</html>", content(""));
    }

    @Test
    void implicitParts() {
        assertEquals("<html>\n <head></head>\n <body>\n  <h1>Hello</h1>\n </body>\n</html>", content("<html><h1>Hello</h1></html>"));
    }

    @Test
    void directiveInTagIsTornApart() {
        assertTrue(content("<p [#if odd]class=\"odd\"[/#if]>x</p>")
            .contains("<p [#if=\"\" odd]class=\"odd\" [=\"\" #if]=\"\">x</p>"));
    }

    @Test
    void quotesInAttributeEndIt() {
        assertTrue(content("<p style=\"color:${c!\"red\"}\">x</p>").contains("<p style=\"color:${c!\" red\"}\"=\"\">x</p>"));
        assertTrue(content("<p style=\"color:${c!'red'}\">x</p>").contains("<p style=\"color:${c!'red'}\">x</p>"));
    }

    @Test
    void entitiesStayAsJsoupHasThem() {
        String content = content("<p>a&nbsp;b &copy; &lt; é [#if a < b]x[/#if]</p>");
        assertTrue(content.contains("a&nbsp;b © &lt; é [#if a &lt; b]x[/#if]"), content);
    }

    @Test
    void listInTableGetsOneBody() {
        String content = content("<table>[#list xs as x]<tr><td>${x}</td></tr>[/#list]</table>");
        assertEquals(1, content.split("<tbody>", -1).length - 1, content);
        assertTrue(content.indexOf("[#list") > content.indexOf("<table>"), content);
    }

    @Test
    void textInHeadMovesToBody() {
        String content = content("<html><head><title>t</title>[#macro m]x[/#macro]</head><body>y</body></html>");
        assertTrue(content.indexOf("[#macro") > content.indexOf("<body>"), content);
    }

    @Test
    void byteOrderMarkAndLineEndsAsThePublisherHasThem() {
        assertEquals("<html>\n <head></head>\n <body>\n  \ufeff\n  <p>a b</p>\n </body>\n</html>", content("\ufeff<p>a\r\nb</p>"));
    }

    @Test
    void pictureIsEmbeddedAsJpegWhateverItIs() throws IOException {
        file("images/a.png", "\u0089PNG");
        Map<String, Object> result = prepare("<p><img src=\"images/a.png\" alt=\"x\"></p>");
        assertTrue(((String) result.get("content")).contains("<img src=\"data:image/jpeg;base64,iVBORw==\" alt=\"x\" />"));
        Map<?, ?> file = (Map<?, ?>) ((List<?>) result.get("files")).get(0);
        assertEquals("images/a.png", file.get("path"));
        assertEquals(false, file.get("jpeg"));
        assertEquals("0f4636c78f65d3639ece5a064b5ae753e3408614a14fb18ab4d7540d2c248543", file.get("sha256"));
    }

    @Test
    void everyMissingPictureIsNamed() throws IOException {
        file("images/a.png", "x");
        Map<String, Object> result =
            prepare("<img src=\"images/b.png\"><img src=\"images/a.png\"><img><img src=\"http://host/c.png\"><img src=\"//h/d\">");
        assertEquals(false, result.get("complete"));
        assertEquals("missing-image images/b.png\nmissing-image \nmissing-image http://host/c.png\nmissing-image //h/d\n",
            codes(result));
    }

    @Test
    void nothingOutsideIsRead() throws IOException {
        Path outside = Files.createTempFile("secret", ".png");
        try {
            Files.createDirectories(directory.resolve("images"));
            Files.createSymbolicLink(directory.resolve("images/link.png"), outside);
            Map<String, Object> result = prepare("<img src=\"../" + outside.getFileName() + "\"><img src=\"" + outside
                + "\"><img src=\"images/link.png\"><link href=\"../../x.css\"><img src=\"no/../../x\">");
            assertTrue(((List<?>) result.get("files")).isEmpty());
            assertEquals(5, codes(result).split("path-escape", -1).length - 1, codes(result));
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void dotsThatStayInsideAreFine() throws IOException {
        file("images/a.png", "x");
        assertEquals("", codes(prepare("<img src=\"images/../images/a.png\"><img src=\"./images/a.png\">")));
    }

    @Test
    void styleReplacesAllSheetsOfTheHead() throws IOException {
        file("css/a.css", "p { color: red }\n");
        String content = content("<html><head><style>old</style><link rel=\"stylesheet\" href=\"a.css\"><link></head><body></body></html>");
        assertTrue(content.contains("<style>p { color: red }\n</style>"), content);
        assertFalse(content.contains("old"));
        assertFalse(content.contains("<link"));
    }

    @Test
    void theLastOfSeveralSheetsStays() throws IOException {
        file("css/a.css", "a{}");
        file("css/b.css", "b > i{}");
        String content = content("<head><link href=\"a.css\"><link href=\"b.css\"></head>");
        assertTrue(content.contains("<style>b > i{}</style>"), content);
        assertFalse(content.contains("a{}"));
    }

    @Test
    void sheetThatEndsItsElementIsParsedOn() throws IOException {
        file("css/a.css", "a{}</style><meta name='x'>");
        assertTrue(content("<head><link href=\"a.css\"></head>").contains("<meta name=\"x\" />"));
    }

    @Test
    void linkOfTheBodyStays() throws IOException {
        file("css/a.css", "a{}");
        String content = content("<body><link href=\"a.css\"><p>x</p></body>");
        assertTrue(content.contains("<style>a{}</style>"), content);
        assertTrue(content.contains("<link href=\"a.css\" />"), content);
    }

    @Test
    void guideStyleOfPathIsAcceptedAndSaid() throws IOException {
        file("css/style.css", "a{}");
        Map<String, Object> result = prepare("<head><link href=\"css/style.css\"></head>");
        assertTrue(((String) result.get("content")).contains("<style>a{}</style>"));
        assertEquals("style-path css/style.css\n", codes(result));
    }

    @Test
    void missingSheetIsNamed() {
        Map<String, Object> result = prepare("<head><link href=\"none.css\"><link href=\"https://fonts.example/a\"></head>");
        assertEquals(false, result.get("complete"));
        assertEquals("missing-style none.css\nmissing-style https://fonts.example/a\n", codes(result));
    }
}
