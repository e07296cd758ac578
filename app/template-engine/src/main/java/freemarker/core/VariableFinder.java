package freemarker.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks the tree in the order of the text and notes each reading of the data. Names that the template makes itself
 * are followed: a loop variable stands for an item of its list, an alias for what it was assigned.
 */
final class VariableFinder {
    private final Variables variables = new Variables();
    private final Set<String> callables = new HashSet<>();
    private final TemplateElement root;
    private final ExpressionReader reader = new ExpressionReader(variables, callables);
    private Scope globals;

    VariableFinder(TemplateElement root) {
        this.root = root;
    }

    List<Object> find() {
        collectCallables(root);
        globals = new Scope(null);
        walk(root, globals);
        return variables.toJson();
    }

    private void collectCallables(TemplateElement element) {
        if (element instanceof Macro macro) {
            callables.add(macro.getName());
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
            bindOwn((String) element.getParameterValue(0), null, false, scope);
        } else if (element instanceof Macro macro) {
            walkMacro(macro, scope);
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
        String path = hash ? null : reader.itemPathOf(listed, scope);
        Scope inside = new Scope(scope);
        inside.bind(LISTED, path);
        bindLoopNames(block, 1, hash, path, inside);
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
                scope.bind(name + "_index", null);
                scope.bind(name + "_has_next", null);
            }
        }
    }

    private void assign(TemplateElement element, Scope scope) {
        String name = (String) element.getParameterValue(0);
        String alias = null;
        boolean forgiven = false;
        if (element.getParameterValue(2) instanceof Expression value) {
            reader.read(value, scope);
            alias = reader.pathOf(value, scope);
            forgiven = alias != null && ExpressionReader.isForgiving(value);
        }
        bindOwn(name, alias, forgiven, scope);
    }

    /** Assignments outlive the block they stand in. */
    private void bindOwn(String name, String path, boolean forgiven, Scope scope) {
        for (Scope each : new Scope[] {globals, scope}) {
            if (forgiven) {
                each.bindForgiven(name, path);
            } else {
                each.bind(name, path);
            }
        }
    }

    private void walkMacro(Macro macro, Scope scope) {
        Scope inside = new Scope(scope);
        for (String name : macro.getArgumentNames()) {
            inside.bind(name, null);
        }
        if (macro.getCatchAll() != null) {
            inside.bind(macro.getCatchAll(), null);
        }
        readParameters(macro, inside);
        walkChildren(macro, inside);
    }

    private void walkCall(TemplateElement element, Scope scope) {
        Scope inside = new Scope(scope);
        for (int i = 0; i < element.getParameterCount(); i++) {
            Object value = element.getParameterValue(i);
            ParameterRole role = element.getParameterRole(i);
            if (role == ParameterRole.TARGET_LOOP_VARIABLE && value instanceof String name) {
                inside.bind(name, null);
            } else if (value instanceof Expression expression) {
                reader.read(expression, scope);
            }
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
