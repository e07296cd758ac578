package notification.console.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RendererTest {
    private static String render(String text, String data) throws RequestError {
        return (String) new Renderer().render("Letter", text, data, 500, 1 << 20).get("text");
    }

    private static RequestError fails(String text, String data) {
        return assertThrows(RequestError.class, () -> render(text, data));
    }

    @Test
    void asProductionPrints() throws RequestError {
        assertEquals("Вітаю, Олена <b>&! [=name] 1,234,567.5 12 YES",
            render("Вітаю, ${name}! [=name] ${n} ${i} [#if flag]YES[/#if]",
                "{\"name\":\"Олена <b>&\",\"n\":1234567.5,\"i\":12,\"flag\":true}"));
    }

    @Test
    void onlyNamesOfFtlhAreEscaped() throws RequestError {
        Renderer renderer = new Renderer();
        assertEquals("<b>", renderer.render("a", "${x}", "{\"x\":\"<b>\"}", 500, 100).get("text"));
        assertEquals("&lt;b&gt;", renderer.render("a.ftlh", "${x}", "{\"x\":\"<b>\"}", 500, 100).get("text"));
    }

    @Test
    void timeZoneIsKyiv() throws RequestError {
        assertEquals("2026-01-01 02:00", render("${t?number_to_datetime?string('yyyy-MM-dd HH:mm')}", "{\"t\":1767225600000}"));
    }

    @Test
    void escapedComparisonStillWorks() throws RequestError {
        assertEquals("y", render("[#if a &lt; b &amp;&amp; b &gt;= a]y[/#if]", "{\"a\":1,\"b\":2}"));
    }

    @Test
    void missingVariableIsNamedWithItsPlace() {
        RequestError error = fails("Hi\n ${a.b}", "{\"a\":{}}");
        assertEquals("missing-variable", error.code());
        assertEquals("a.b", error.toJson().get("subject"));
        assertEquals(2, error.toJson().get("line"));
        assertEquals(4, error.toJson().get("column"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "missing-variable|${x}",
        "missing-variable|${nothing}",
        "render|${flag}",
        "syntax|[#if flag]",
        "syntax|<p>[#ftl output_format='HTML']</p>",
        "forbidden|${'java.lang.String'?new()}",
        "forbidden|${name?api.length()}",
        "forbidden|${\"'freemarker.template.utility.Execute'?new()\"?eval}",
        "stopped|[#stop 'no']",
        "forbidden|${('\"java.lang.String\"?ne'+'w()')?eval}",
        "forbidden|[#assign t=('$'+'{\"java.lang.String\"?new()}')?interpret][@t/]",
        "render|${name.class}",
        "render|[#include '/etc/passwd']",
        "render|[#include 'http://127.0.0.1:1/x']",
        "render|[#import 'file:///etc/passwd' as p]",
        "recursion|[#macro m][@m/][/#macro][@m/]",
        "recursion|[#function f x][#return f(x)][/#function]${f(1)}",
        "time-limit|[#list 1.. as i][/#list]",
        "time-limit|[#attempt][#list 1.. as i]${q!}[/#list][#recover]x[/#attempt]",
        "output-limit|[#list 1.. as i]aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa[/#list]",
    })
    void failures(String code, String text) {
        assertTimeout(Duration.ofSeconds(20),
            () -> assertEquals(code, fails(text, "{\"flag\":true,\"name\":\"n\",\"nothing\":null}").code()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "[#assign s='xxxxxxxx'][#list 1.. as i][#assign s=s+s][/#list]",
        "[#assign s][#list 1..500000000 as i]xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx[/#list][/#assign]",
        "[#assign s=''?left_pad(1000000000)]ok",
        "[#assign l=[1]][#list 1.. as i][#assign l=l+[i?string]][/#list]",
        "[#attempt][#assign s=''?left_pad(2000000000)][#recover]x[/#attempt][#assign t=''?left_pad(2000000000)]",
    })
    void memory(String text) {
        assertTimeout(Duration.ofSeconds(20), () -> {
            RequestError error = assertThrows(RequestError.class,
                () -> new Renderer().render("a", text, "{}", 10_000, 1 << 20));
            assertEquals("memory-limit", error.code());
        });
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        assertTrue(used < 64 << 20, used + " bytes are still held");
    }

    @Test
    void garbageIsNoMemory() throws RequestError {
        // Some 300 MB, of which nothing stays.
        String text = "[#list 1..3000 as i][#assign s=''?left_pad(100000)][/#list]${s?length?c}";
        assertEquals("100000", new Renderer().render("a", text, "{}", 10_000, 100).get("text"));
    }

    @Test
    void aNeighbourIsNotStoppedForAGreedyOne() throws Exception {
        String greedy = "[#assign s='xxxxxxxx'][#list 1.. as i][#assign s=s+s][/#list]";
        Thread neighbour = new Thread(() -> {
            for (int i = 0; i < 10; i++) {
                assertThrows(RequestError.class, () -> new Renderer().render("a", greedy, "{}", 5000, 100));
            }
        });
        neighbour.start();
        int served = 0;
        while (neighbour.isAlive()) {
            assertEquals("499500", new Renderer().render("b",
                "[#assign n=0][#list 1..999 as i][#assign n=n+i][/#list]${n?c}", "{}", 5000, 100).get("text"));
            served++;
        }
        assertTrue(served > 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[1]", "{", "'\"x\"'", "{} {}"})
    void dataMustBeAnObject(String data) {
        assertEquals("bad-data", fails("x", data).code());
    }

    @Test
    void aStoppedThreadRendersOn() throws RequestError {
        Renderer renderer = new Renderer();
        assertThrows(RequestError.class, () -> renderer.render("a", "[#list 1.. as i][/#list]", "{}", 50, 100));
        assertEquals("3", renderer.render("a", "[#list 1..3 as i][#if !i?has_next]${i}[/#if][/#list]", "{}", 500, 100).get("text"));
    }

    @Test
    void picturesCostNothingAndComeBack() throws RequestError {
        String picture = "data:image/jpeg;base64," + "Ab+/".repeat(2_000_000) + "==";
        Renderer renderer = new Renderer();
        String text = "<img src=\"" + picture + "\">${x}<img src=\"" + picture + "\">";
        assertTimeout(Duration.ofSeconds(5), () -> assertEquals(text.replace("${x}", "1"),
            renderer.render("a", text, "{\"x\":1}", 2000, 32 << 20).get("text")));
        assertEquals("output-limit",
            assertThrows(RequestError.class, () -> renderer.render("a", text, "{\"x\":1}", 2000, 10 << 20)).code());
        RequestError error =
            assertThrows(RequestError.class, () -> renderer.render("a", "\n" + text, "{}", 2000, 32 << 20));
        assertEquals(2, error.toJson().get("line"));
        assertEquals(text.indexOf("${x}") + 3, error.toJson().get("column"));
    }

    @Test
    void deepDataIsRefusedInOrder() {
        assertEquals("bad-data", fails("x", "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}").code());
    }
}
