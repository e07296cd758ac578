package freemarker.core;

import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads FreeMarker's own parse tree, which is open only to its own package. Gives what a template needs of its data,
 * where it uses what is forbidden, and where it prints text without escaping.
 */
public final class TemplateInspector {
    /** One-based place of a construct, and its text. */
    public record Place(int line, int column, String text) {
        Map<String, Object> toJson() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("line", line);
            json.put("column", column);
            json.put("text", text);
            return json;
        }
    }

    /** More of one kind nobody looks at; an answer must not grow beyond all bounds. */
    static final int MOST_PLACES = 10_000;

    private final TemplateElement root;

    @SuppressWarnings("deprecation")
    public TemplateInspector(Template template) {
        root = template.getRootTreeNode();
    }

    private TemplateInspector(TemplateElement root) {
        this.root = root;
    }

    /**
     * Reads a text to look at it, not to run it: linear in its size. Blanks beside directives stay, as finding out
     * which ones to strip takes FreeMarker the square of the number of elements in a line.
     */
    public static TemplateInspector read(String name, String text, Configuration configuration) throws IOException {
        // Collects macros and tells the parser its settings; what is read is the text.
        Template holder = new Template(name, "", configuration);
        try {
            FMParser parser = new FMParser(holder, true, new FMParserTokenManager(new WholeText(text)),
                holder.getParserConfiguration());
            parser.setPreventStrippings(true);
            return new TemplateInspector(parser.Root());
        } catch (TokenMgrError e) {
            throw e.toParseException(holder);
        }
    }

    /** Makes the template's loops look at the thread's interruption. */
    public static void makeInterruptible(Template template) {
        _CoreAPI.addThreadInterruptedChecks(template);
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("variables", variables());
        json.put("forbidden", placesToJson(forbidden()));
        json.put("unescaped", placesToJson(unescaped()));
        return json;
    }

    public List<Object> variables() {
        return new VariableFinder(root).find();
    }

    /** Each `?new` and `?api`. */
    public List<Place> forbidden() {
        List<Place> places = new ArrayList<>();
        visit(root, object -> {
            if (object instanceof BuiltIn builtIn && (builtIn.key.equals("new") || builtIn.key.equals("api"))
                && places.size() < MOST_PLACES) {
                places.add(place(object, builtIn.key));
            }
        });
        return places;
    }

    /** Each `${…}` that would put markup of the data into the text as it is. */
    public List<Place> unescaped() {
        List<Place> places = new ArrayList<>();
        collectUnescaped(root, places);
        return places;
    }

    /** Elements only: what stands inside a string is judged with the interpolation that prints the string. */
    private static void collectUnescaped(TemplateElement element, List<Place> places) {
        if (places.size() >= MOST_PLACES) {
            return;
        }
        if (element instanceof DollarVariable variable && !Escaping.isSafe(variable)) {
            places.add(place(element, ((Expression) variable.getParameterValue(0)).getCanonicalForm()));
        }
        for (int i = 0; i < element.getChildCount(); i++) {
            collectUnescaped(element.getChild(i), places);
        }
    }

    private interface Visitor {
        void visit(TemplateObject object);
    }

    private static void visit(TemplateObject object, Visitor visitor) {
        visitor.visit(object);
        for (int i = 0; i < object.getParameterCount(); i++) {
            if (object.getParameterValue(i) instanceof TemplateObject parameter) {
                visit(parameter, visitor);
            }
        }
        if (object instanceof TemplateElement element) {
            for (int i = 0; i < element.getChildCount(); i++) {
                visit(element.getChild(i), visitor);
            }
        }
    }

    private static Place place(TemplateObject object, String text) {
        return new Place(object.getBeginLine(), object.getBeginColumn(), text);
    }

    private static List<Object> placesToJson(List<Place> places) {
        List<Object> list = new ArrayList<>();
        for (Place place : places) {
            list.add(place.toJson());
        }
        return list;
    }
}
