package freemarker.core;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names that do not come from the data at a place of the template (loop variables, assignments, parameters), and the
 * paths that a condition around the place has tested. A name may stand for a path of the data: `x` in
 * {@code [#list items as x]} is {@code items[]}.
 */
final class Scope {
    private final Scope outer;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> tested = new HashSet<>();
    private final Set<String> forgiven = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    Scope(Scope outer) {
        this.outer = outer;
    }

    /** A null path: a value of the template's own, of which nothing is known. */
    void bind(String name, String path) {
        names.put(name, path);
        forgiven.remove(name);
        numbers.remove(name);
    }

    /** A name that stands for a number, so good for an index. */
    void bindNumber(String name) {
        bind(name, null);
        numbers.add(name);
    }

    boolean isNumber(String name) {
        if (names.containsKey(name)) {
            return numbers.contains(name);
        }
        return outer != null && outer.isNumber(name);
    }

    /** Like bind(), for an alias that was given a default: `x` after {@code [#assign x = y!""]} needs no y. */
    void bindForgiven(String name, String path) {
        bind(name, path);
        forgiven.add(name);
    }

    boolean isForgiven(String name) {
        if (names.containsKey(name)) {
            return forgiven.contains(name);
        }
        return outer != null && outer.isForgiven(name);
    }

    void test(Set<String> paths) {
        tested.addAll(paths);
    }

    /** What is known to be there where `other` is, is known here as well: a macro is run from where it is called. */
    void testAllOf(Scope other) {
        for (Scope each = other; each != null; each = each.outer) {
            tested.addAll(each.tested);
        }
    }

    boolean knows(String name) {
        return names.containsKey(name) || outer != null && outer.knows(name);
    }

    String pathOf(String name) {
        if (names.containsKey(name)) {
            return names.get(name);
        }
        return outer == null ? null : outer.pathOf(name);
    }

    /** Whether the path, or one that it lies under, is read only where it is known to be there. */
    boolean isTested(String path) {
        for (String known : tested) {
            if (path.equals(known) || path.startsWith(known + ".") || path.startsWith(known + "[]")) {
                return true;
            }
        }
        return outer != null && outer.isTested(path);
    }
}
