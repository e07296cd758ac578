package freemarker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateInspectorTest {
    private static TemplateInspector inspect(String text) throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_30);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setTabSize(1);
        TemplateInspector inspector = TemplateInspector.read("t", text, configuration);
        // The tree that runs says the same, places included.
        Template running = new Template("t", new StringReader(text), configuration);
        assertEquals(new TemplateInspector(running).toJson().toString(), inspector.toJson().toString());
        return inspector;
    }

    /** `name` for a scalar, `name{}` an object, `name*` a list, `?` behind what is optional. */
    private static String variables(String text) throws IOException {
        StringBuilder out = new StringBuilder();
        for (Object item : inspect(text).variables()) {
            Map<?, ?> map = (Map<?, ?>) item;
            out.append(out.length() > 0 ? " " : "").append(map.get("name"));
            out.append(map.get("kind").equals("list") ? "*" : map.get("kind").equals("object") ? "{}" : "");
            out.append(Boolean.TRUE.equals(map.get("optional")) ? "?" : "");
        }
        return out.toString();
    }

    @Test
    void pathsAndKinds() throws IOException {
        assertEquals("a{} a.b", variables("${a.b}"));
        assertEquals("o{} o.key", variables("${o['key']}"));
        assertEquals("items* items[].title", variables("[#list items as x]${x.title}${x?index}${x_index}[/#list]"));
        assertEquals("items* items[]", variables("[#list items as x]${x}[/#list]"));
        assertEquals("xs* xs[].ys* xs[].ys[].z",
            variables("[#list xs as x][#list x.ys]<p>[#items as y]${y.z}[/#items][/#list][/#list]"));
        assertEquals("m{}", variables("[#list m?keys as k]${k}[/#list]"));
        assertEquals("xs*", variables("${xs?size}"));
        assertEquals("xs* xs[].a", variables("${xs[0].a}"));
        assertEquals("xs* xs[].a", variables("${xs?first.a}"));
        assertEquals("xs* xs[].ok xs[].t", variables("[#list xs?filter(i -> i.ok)?sort_by('t') as x]${x.t}[/#list]"));
        assertEquals("n", variables("#{n} ${n?c}"));
        assertEquals("hello", variables("${'Hi ${hello}'}"));
        assertEquals("a", variables("${.data_model.a} ${.now}"));
    }

    @Test
    void defaultsAndTests() throws IOException {
        assertEquals("q?", variables("${q!'z'}"));
        assertEquals("f{}? f.g?", variables("${(f.g)!}"));
        assertEquals("f{} f.g?", variables("${f.g!}"));
        assertEquals("c{}? c.d? e", variables("[#if c??]${c.d}[#else]${e}[/#if]"));
        assertEquals("z?", variables("[#if !z??]none[#else]${z}[/#if]"));
        assertEquals("a{}? a.b?", variables("[#if a?? && a.b == '1']${a.b}[/#if]"));
        assertEquals("x?", variables("${x?has_content?then(x, '-')}"));
        assertEquals("x", variables("[#if x??]${x}[/#if]${x}"));
        assertEquals("a?", variables("[#attempt]${a}[#recover]-[/#attempt]"));
        assertEquals("a?", variables("${a?default('x')}"));
    }

    @Test
    void namesOfTheTemplateItself() throws IOException {
        assertEquals("user{} user.name", variables("[#assign t = user.name]${t}"));
        assertEquals("x?", variables("[#assign x = x!1]${x}"));
        assertEquals("xs*? xs[].a", variables("[#assign l = xs![]][#list l as i]${i.a}[/#list]"));
        assertEquals("arg outer", variables("[#macro k a b=1]${a}${b}${outer}[/#macro][@k a=arg/]"));
        assertEquals("arg", variables("[#function f x][#return x + 1][/#function]${f(arg)}"));
        assertEquals("y", variables("[#assign cap]${y}[/#assign]${cap}"));
    }

    @Test
    void parametersAreWhatTheyAreCalledWith() throws IOException {
        assertEquals("user{} user.name", variables("[#macro hi p]${p.name}[/#macro][@hi p=user/]"));
        assertEquals("user{} user.name boss{} boss.name",
            variables("[#macro hi p]${p.name}[/#macro][@hi user/][@hi boss/]"));
        assertEquals("u{} u.a u.b", variables("[#function full p][#return p.a + p.b][/#function]${full(u)}"));
        assertEquals("z{} z.c", variables("[#macro m a b=a.c]${b}[/#macro][@m a=z/]"));
        assertEquals("u{}? u.name?", variables("[#macro hi p]${p.name}[/#macro][#if u??][@hi u/][/#if]"));
        assertEquals("data{} data.x q", variables("[#macro m][#local q = data.x]${q}[/#macro][@m/]${q}"));
        assertEquals("x?", variables("[#macro never]${x}[/#macro]"));
        assertEquals("n", variables("[#macro m i]${n}[#if i gt 0][@m i - 1/][/#if][/#macro][@m 3/]"));
        // Sixteen macros that each call the next one four times.
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            many.append("[#macro m").append(i).append("]").append(("[@m" + (i + 1) + "/]").repeat(4)).append("[/#macro]");
        }
        many.append("[#macro m16]${last}[/#macro][@m0/]");
        assertEquals("last", variables(many.toString()));
    }

    @Test
    void namesThatStandForOthers() throws IOException {
        assertEquals("a b{} b.c", variables("[#escape x as x?html]${a}${b.c}[/#escape]"));
        assertEquals("x", variables("[#escape x as x?html]${x}[/#escape]"));
        assertEquals("xs* xs[].n", variables("[#list xs?chunk(2) as row][#list row as c]${c.n}[/#list][/#list]"));
        assertEquals("xs* xs[].n", variables("[#list 0..<xs?size as i]${xs[i].n}[/#list]"));
        assertEquals("xs*? xs[].t", variables("[#list xs?default([]) as i]${i.t}[/#list]"));
        assertEquals("xs* ys*", variables("[#list xs + ys as x]${x.t}[/#list]"));
        assertEquals("m{}", variables("${m?keys?join(',')}${m?size}"));
        assertEquals("s", variables("${s[0..3]}"));
    }

    @Test
    void whatIsReadAsAWhole() throws IOException {
        assertEquals("m k", wholes("[#list m?keys as k]${m[k]}[/#list]${k}"));
        assertEquals("h", wholes("[#list h as k, v]${v.x}[/#list]"));
        assertEquals("a.b", wholes("[#if a??]${a.b}[/#if]"));
        assertEquals("xs[].t", wholes("[#list xs as x]${x.t}[/#list]${xs?size}"));
        assertEquals("xs[]", wholes("[#list xs as x]${x}[/#list]"));
    }

    private static String wholes(String text) throws IOException {
        StringBuilder out = new StringBuilder();
        for (Object item : inspect(text).variables()) {
            Map<?, ?> map = (Map<?, ?>) item;
            if (Boolean.TRUE.equals(map.get("whole"))) {
                out.append(out.length() > 0 ? " " : "").append(map.get("name"));
            }
        }
        return out.toString();
    }

    @Test
    void placesWithoutEscaping() throws IOException {
        assertEquals(1, inspect("${a?html} ${b} ${1 + 2} ${c?c} ${d?string('x', 'y')}").unescaped().size());
        assertEquals(0, inspect("[#outputformat 'HTML']${x}[/#outputformat][#escape x as x?html]${y}[/#escape]").unescaped().size());
        assertEquals(1, inspect("${'a ${b}'}").unescaped().size());
        assertEquals(0, inspect("${a?html!'-'} ${(b!'x')?html}").unescaped().size());
        assertEquals("[Place[line=2, column=2, text=b.c]]", inspect("x\n ${b.c}").unescaped().toString());
    }

    @Test
    void forbiddenPlaces() throws IOException {
        assertEquals(2, inspect("${'x'?new()}[#assign y = z?api.w()]").forbidden().size());
        assertEquals(1, inspect("${'${\"a\"?new()}'}").forbidden().size());
    }

    private static String fault(String text) throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_30);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setTabSize(1);
        ParseException own = assertThrows(ParseException.class, () -> TemplateInspector.read("t", text, configuration));
        ParseException running = assertThrows(ParseException.class,
            () -> new Template("t", new StringReader(text), configuration));
        assertEquals(running.getEditorMessage(), own.getEditorMessage());
        assertEquals(running.getLineNumber() + ":" + running.getColumnNumber(),
            own.getLineNumber() + ":" + own.getColumnNumber());
        return own.getLineNumber() + ":" + own.getColumnNumber();
    }

    @Test
    void faultsStandWhereFreeMarkerSeesThem() throws IOException {
        assertEquals("2:4", fault("a\r\n\t${}"));
        fault("[#if x]");
        fault("x\ry\n[#lst a as b]");
        fault("${'a");
        fault("a\n\n${b c}");
        fault("[/#if]");
        fault("[#list xs as x]\r[#else]");
        fault("${x\n+}");
        fault("[#-- open");
    }

    @Test
    void placesAreFreeMarkersOwn() throws IOException {
        inspect("\r\n\t[#if a]\r\n  ${b}\r[#t]${c}  [#lt]\n[#rt]${d}[/#if]\n${\"x ${e} y\"}\n[#list xs as x]\n ${x}[#sep], [/#sep]\n[/#list]\n");
        inspect("");
        inspect("[#ftl strip_whitespace=false]\n ${a}\n");
        inspect("[#-- c --]\n[#noparse]${no}[/#noparse]${a}\n[#switch a][#case 1]${b}[#break][#default]${c}[/#switch]");
    }

    @Test
    void timeIsLinearWhateverTheShape() {
        int size = 10_000_000;
        for (String shape : new String[] {"a", "\u0457", "[", "<b>x</b>", "[#if a]b[/#if]", "${a}${b} c", "a\n", "&lt;"}) {
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> inspectOnly(shape.repeat(size / shape.length() / 4)), shape);
        }
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> inspectOnly("a".repeat(size)));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> inspectOnly("${'" + "a".repeat(size) + "'}"));
    }

    private static void inspectOnly(String text) throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_30);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        TemplateInspector.read("t", text, configuration).toJson();
    }
}
