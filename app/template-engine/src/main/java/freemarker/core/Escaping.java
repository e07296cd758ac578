package freemarker.core;

import java.lang.reflect.Field;
import java.util.Set;

/** Whether an interpolation can bring markup of the data into a letter. */
final class Escaping {
    /** Built-ins whose result holds no markup, or that say on purpose that it may. */
    private static final Set<String> SAFE = Set.of(
        "html", "xhtml", "xml", "new", "api", "esc", "no_esc", "noEsc", "url", "url_path", "urlPath",
        "c", "cn", "string", "number", "size", "length", "index", "counter", "int", "round", "floor", "ceiling", "abs",
        "long", "double", "float", "short", "byte", "index_of", "indexOf", "last_index_of", "lastIndexOf",
        "date", "time", "datetime", "date_if_unknown", "time_if_unknown", "datetime_if_unknown",
        "number_to_date", "number_to_time", "number_to_datetime", "item_parity", "itemParity", "item_parity_cap",
        "itemParityCap", "lower_abc", "lowerAbc", "upper_abc", "upperAbc",
        "iso_utc", "iso_local", "iso", "isoUtc", "isoLocal");

    private Escaping() {
    }

    static boolean isSafe(DollarVariable variable) {
        if (Boolean.TRUE.equals(field(variable, "autoEscape"))) {
            return true;
        }
        return isSafe((Expression) field(variable, "escapedExpression"));
    }

    private static boolean isSafe(Object object) {
        if (object instanceof ParentheticalExpression) {
            return isSafe(((ParentheticalExpression) object).getParameterValue(0));
        }
        if (object instanceof MethodCall call) {
            Object callee = call.getParameterValue(0);
            // ?string("yes", "no") and the like: the arguments are what is printed.
            return callee instanceof BuiltIn builtIn && isSafe(builtIn) && areSafe(call, 1);
        }
        if (object instanceof BuiltIn builtIn) {
            if (builtIn.key.equals("then") || builtIn.key.equals("default")) {
                return (builtIn.key.equals("then") || isSafe(builtIn.target)) && areSafe(builtIn, 2);
            }
            return SAFE.contains(builtIn.key);
        }
        if (object instanceof StringLiteral literal) {
            return areInterpolationsSafe(literal);
        }
        if (object instanceof Identifier id) {
            return id.getName().endsWith("_index") || id.getName().endsWith("_has_next");
        }
        if (object instanceof BuiltinVariable || object instanceof NumberLiteral) {
            return true;
        }
        if (object instanceof ArithmeticExpression) {
            return true;
        }
        if (object instanceof DefaultToExpression || object instanceof AddConcatExpression) {
            return areSafe((TemplateObject) object, 0);
        }
        return false;
    }

    private static boolean areSafe(TemplateObject object, int from) {
        for (int i = from; i < object.getParameterCount(); i++) {
            Object parameter = object.getParameterValue(i);
            if (parameter instanceof TemplateObject && !isSafe(parameter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areInterpolationsSafe(StringLiteral literal) {
        for (int i = 0; i < literal.getParameterCount(); i++) {
            Object part = literal.getParameterValue(i);
            if (part instanceof DollarVariable variable && !isSafe(variable)) {
                return false;
            }
        }
        return true;
    }

    private static Object field(DollarVariable variable, String name) {
        try {
            Field field = DollarVariable.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(variable);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("FreeMarker is not the version this was written for", e);
        }
    }
}
