package freemarker.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks the tree in the order of the text and notes each reading of the data. Names that the template makes itself
 * are followed: a loop variable stands for an item of its list, an alias for what it was assigned, a macro's parameter
 * for what it is called with.
 */
final class VariableFinder {
    /** Enough for any letter; a template that multiplies its macros must not take the time of its power. */
    private static final int MOST_CALLS = 2000;

    private final Variables variables = new Variables();
    private final Map<String, Macro> macros = new LinkedHashMap<>();
    private final Set<String> callables = new HashSet<>();
    private final Set<Macro> called = new HashSet<>();
    private final Set<Macro> running = new HashSet<>();
    private final List<Scope> locals = new ArrayList<>(); // of the macros that are being read, innermost last
    private final TemplateElement root;
    private final ExpressionReader reader = new ExpressionReader(variables, callables, this::runFunction);
    private int calls;
    private Scope globals;

    VariableFinder(TemplateElement root) {
        this.root = root;
    }

    List<Object> find() {
        collectCallables(root);
        globals = new Scope(null);
        walk(root, globals);
        walkUncalled();
        return variables.toJson();
    }

    /** What nobody calls needs nothing; it may still be called in a way that cannot be seen here. */
    private void walkUncalled() {
        for (Macro macro : macros.values()) {
            if (!called.contains(macro)) {
                reader.beginOptional();
                run(macro, Map.of(), globals);
                reader.endOptional();
            }
        }
    }

    private void collectCallables(TemplateElement element) {
        if (element instanceof Macro macro) {
            callables.add(macro.getName());
            macros.put(macro.getName(), macro);
        }
        if (element instanceof LibraryLoad load) {
            callables.add((String) load.getParameterValue(1));
        }
        for (int i = 0; i < element.getChildCount(); i++) {
            collectCallables(element.getChild(i));
        }
    }

    private void walk(TemplateElement element, Scope scope) {
        if (element instanceof IfBlock) {
            walkIf(element, scope);
        } else if (element instanceof ConditionalBlock block) {
            walkBranch(block, scope, new Scope(scope));
        } else if (element instanceof IteratorBlock block) {
            walkList(block, scope);
        } else if (element instanceof Items) {
            walkItems(element, scope);
        } else if (element instanceof Assignment) {
            assign(element, scope);
        } else if (element instanceof BlockAssignment) {
            walkChildren(element, new Scope(scope));
            boolean local = Integer.valueOf(Assignment.LOCAL).equals(element.getParameterValue(1));
            (local ? macroScope(scope) : globals).bind((String) element.getParameterValue(0), null);
        } else if (element instanceof Macro) {
            // Read where it is called.
            return;
        } else if (element instanceof EscapeBlock) {
            // Its expression is put around each interpolation; the name in it stands for what is printed there.
            Scope inside = new Scope(scope);
            inside.bind((String) element.getParameterValue(0), null);
            readParameters(element, inside);
            walkChildren(element, scope);
        } else if (element instanceof UnifiedCall) {
            walkCall(element, scope);
        } else if (element instanceof AttemptBlock) {
            walkAttempt(element, scope);
        } else {
            readParameters(element, scope);
            walkChildren(element, scope);
        }
    }

    private void walkChildren(TemplateElement element, Scope scope) {
        for (int i = 0; i < element.getChildCount(); i++) {
            walk(element.getChild(i), scope);
        }
    }

    private void readParameters(TemplateObject object, Scope scope) {
        for (int i = 0; i < object.getParameterCount(); i++) {
            if (object.getParameterValue(i) instanceof Expression expression) {
                reader.read(expression, scope);
            }
        }
    }

    /** What a branch has not met is known in the ones after it: `[#if !x??]…[#else]${x}[/#if]`. */
    private void walkIf(TemplateElement element, Scope scope) {
        Scope chain = scope;
        for (int i = 0; i < element.getChildCount(); i++) {
            if (element.getChild(i) instanceof ConditionalBlock block) {
                walkBranch(block, chain, new Scope(chain));
                if (block.condition != null) {
                    chain = new Scope(chain);
                    chain.test(reader.testedBy(block.condition, false, chain));
                }
            } else {
                walk(element.getChild(i), chain);
            }
        }
    }

    private void walkBranch(ConditionalBlock block, Scope outside, Scope inside) {
        if (block.condition != null) {
            reader.read(block.condition, outside);
            inside.test(reader.testedBy(block.condition, true, outside));
        }
        walkChildren(block, inside);
    }

    private void walkList(IteratorBlock block, Scope scope) {
        Expression listed = (Expression) block.getParameterValue(0);
        boolean hash = block.isHashListing();
        reader.readAs(listed, hash ? Variables.Kind.OBJECT : Variables.Kind.LIST, scope);
        if (hash) {
            reader.markWhole(listed, scope);
        }
        String path = hash ? null : reader.itemPathOf(listed, scope);
        Scope inside = new Scope(scope);
        inside.bind(LISTED, path);
        bindLoopNames(block, 1, hash, path, inside);
        if (ExpressionReader.isNumbers(listed) && block.getParameterValue(1) instanceof String name) {
            inside.bindNumber(name);
        }
        walkChildren(block, inside);
    }

    private void walkItems(TemplateElement element, Scope scope) {
        Scope inside = new Scope(scope);
        String path = scope.pathOf(LISTED);
        bindLoopNames(element, 0, element.getParameterCount() > 1 && element.getParameterValue(1) != null, path, inside);
        walkChildren(element, inside);
    }

    /** Key under which a list without a loop variable leaves its path for the `[#items]` inside it; no name is like it. */
    private static final String LISTED = " listed";

    private static void bindLoopNames(TemplateElement element, int first, boolean hash, String path, Scope scope) {
        for (int i = first; i < element.getParameterCount(); i++) {
            if (element.getParameterValue(i) instanceof String name) {
                scope.bind(name, hash ? null : path);
                scope.bindNumber(name + "_index");
                scope.bind(name + "_has_next", null);
            }
        }
    }

    private void assign(TemplateElement element, Scope scope) {
        String name = (String) element.getParameterValue(0);
        boolean local = Integer.valueOf(Assignment.LOCAL).equals(element.getParameterValue(3));
        Scope target = local ? macroScope(scope) : globals;
        if (element.getParameterValue(4) != null) {
            // Into another namespace: no name of ours.
            readParameters(element, scope);
        } else if (element.getParameterValue(2) instanceof Expression value) {
            reader.readAlias(value, scope);
            bindTo(name, value, scope, target);
        } else {
            target.bindNumber(name); // ++ and --
        }
    }

    /** `name` in `target` stands for what `value` is at `scope`. */
    private void bindTo(String name, Expression value, Scope scope, Scope target) {
        String path = reader.pathOf(value, scope);
        if (path == null && value instanceof NumberLiteral) {
            target.bindNumber(name);
        } else if (path != null && ExpressionReader.isForgiving(value)) {
            target.bindForgiven(name, path);
        } else {
            target.bind(name, path);
        }
    }

    /** Local names outlive the block that they are made in, and end with the macro. */
    private Scope macroScope(Scope scope) {
        return locals.isEmpty() ? scope : locals.get(locals.size() - 1);
    }

    private void runFunction(String name, List<Expression> arguments, Scope scope) {
        Macro macro = macros.get(name);
        if (macro != null) {
            run(macro, positional(macro, arguments), scope);
        }
    }

    private static Map<String, Expression> positional(Macro macro, List<Expression> arguments) {
        Map<String, Expression> named = new HashMap<>();
        String[] names = macro.getArgumentNames();
        for (int i = 0; i < Math.min(names.length, arguments.size()); i++) {
            named.put(names[i], arguments.get(i));
        }
        return named;
    }

    /** Reads a macro's body as called from `caller`. It sees no loop variable of its caller, but its own parameters. */
    private void run(Macro macro, Map<String, Expression> arguments, Scope caller) {
        called.add(macro);
        if (calls >= MOST_CALLS || !running.add(macro)) {
            return;
        }
        calls++;
        Scope inside = new Scope(globals);
        inside.testAllOf(caller);
        locals.add(inside);
        String[] names = macro.getArgumentNames();
        for (int i = 0; i < names.length; i++) {
            Expression given = arguments.get(names[i]);
            if (given != null) {
                bindTo(names[i], given, caller, inside);
            } else if (macro.getParameterValue(2 * i + 2) instanceof Expression otherwise) {
                reader.readAlias(otherwise, inside);
                bindTo(names[i], otherwise, inside, inside);
            } else {
                inside.bind(names[i], null);
            }
        }
        if (macro.getCatchAll() != null) {
            inside.bind(macro.getCatchAll(), null);
        }
        walkChildren(macro, inside);
        locals.remove(locals.size() - 1);
        running.remove(macro);
    }

    private void walkCall(TemplateElement element, Scope scope) {
        Macro macro = element.getParameterValue(0) instanceof Identifier id && !scope.knows(id.getName())
            ? macros.get(id.getName()) : null;
        Scope inside = new Scope(scope);
        List<Expression> arguments = new ArrayList<>();
        Map<String, Expression> named = new HashMap<>();
        String name = null;
        for (int i = 0; i < element.getParameterCount(); i++) {
            Object value = element.getParameterValue(i);
            ParameterRole role = element.getParameterRole(i);
            if (role == ParameterRole.TARGET_LOOP_VARIABLE && value instanceof String variable) {
                inside.bind(variable, null);
            } else if (role == ParameterRole.ARGUMENT_NAME) {
                name = (String) value;
            } else if (value instanceof Expression expression) {
                if (role == ParameterRole.CALLEE || macro == null) {
                    reader.read(expression, scope);
                } else {
                    reader.readAlias(expression, scope);
                    arguments.add(expression);
                    if (name != null) {
                        named.put(name, expression);
                    }
                }
            }
        }
        if (macro != null) {
            run(macro, named.isEmpty() ? positional(macro, arguments) : named, scope);
        }
        walkChildren(element, inside);
    }

    /** A failure inside is caught, so nothing that is read there is needed. */
    private void walkAttempt(TemplateElement element, Scope scope) {
        for (int i = 0; i < element.getChildCount(); i++) {
            TemplateElement child = element.getChild(i);
            if (child instanceof RecoveryBlock) {
                walk(child, scope);
            } else {
                reader.beginOptional();
                walk(child, scope);
                reader.endOptional();
            }
        }
    }
}
