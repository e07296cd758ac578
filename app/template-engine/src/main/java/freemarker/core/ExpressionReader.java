package freemarker.core;

import freemarker.core.Variables.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notes what an expression reads of the data; knows defaults, tests, lambdas and the built-ins that tell a kind. */
final class ExpressionReader {
    private static final Set<String> EXISTENCE =
        Set.of("exists", "has_content", "hasContent", "if_exists", "ifExists", "default", "blank_to_null", "trim_to_null");
    private static final Set<String> TESTS = Set.of("exists", "has_content", "hasContent");
    /** Give a list of the same items. */
    private static final Set<String> SAME_ITEMS = Set.of("sort", "sort_by", "sortBy", "reverse", "filter", "take_while",
        "takeWhile", "drop_while", "dropWhile", "sequence");
    private static final Set<String> ONE_ITEM = Set.of("first", "last", "min", "max");
    private static final Set<String> OF_LISTS = Set.of("join", "chunk", "map", "seq_contains", "seqContains",
        "seq_index_of", "seqIndexOf", "seq_last_index_of", "seqLastIndexOf");
    private static final Set<String> OF_OBJECTS = Set.of("keys", "values");
    private static final Set<String> NUMBERS =
        Set.of("index", "counter", "size", "length", "number", "int", "round", "floor", "ceiling", "abs");

    /** Runs a function of the template for a call of it. */
    interface Calls {
        void run(String name, List<Expression> arguments, Scope scope);
    }

    private final Variables variables;
    private final Set<String> callables;
    private final Calls calls;
    private int optionalDepth;
    /** The next path that is read is only tested, or given another name: nothing under it is looked at by that. */
    private boolean touching;

    ExpressionReader(Variables variables, Set<String> callables, Calls calls) {
        this.variables = variables;
        this.callables = callables;
        this.calls = calls;
    }

    void beginOptional() {
        optionalDepth++;
    }

    void endOptional() {
        optionalDepth--;
    }

    void read(Expression expression, Scope scope) {
        readAs(expression, Kind.SCALAR, scope);
    }

    void readAs(Expression expression, Kind kind, Scope scope) {
        read(expression, kind, false, scope);
    }

    /** The value gets another name, under which it is followed. */
    void readAlias(Expression expression, Scope scope) {
        touch(expression, Kind.SCALAR, false, scope);
    }

    /** All that lies under it may be looked at. */
    void markWhole(Expression expression, Scope scope) {
        String path = pathOf(expression, scope);
        if (path != null) {
            variables.readWhole(path);
        }
    }

    private void touch(Expression expression, Kind kind, boolean optional, Scope scope) {
        touching = pathOf(expression, scope) != null;
        read(expression, kind, optional, scope);
        touching = false;
    }

    private void read(Expression expression, Kind kind, boolean optional, Scope scope) {
        if (expression instanceof ParentheticalExpression) {
            // (a.b)! forgives a missing a as well.
            Expression inner = (Expression) expression.getParameterValue(0);
            if (optional) {
                beginOptional();
            }
            read(inner, kind, optional, scope);
            if (optional) {
                endOptional();
            }
        } else if (expression instanceof Identifier || expression instanceof Dot
            || expression instanceof DynamicKeyName) {
            readPath(expression, kind, optional, scope);
        } else if (expression instanceof DefaultToExpression) {
            read((Expression) expression.getParameterValue(0), kind, true, scope);
            if (expression.getParameterValue(1) instanceof Expression otherwise) {
                read(otherwise, kind, optional, scope);
            }
        } else if (expression instanceof ExistsExpression) {
            touch((Expression) expression.getParameterValue(0), kind, true, scope);
        } else if (expression instanceof AndExpression) {
            readSecondGiven(expression, true, scope);
        } else if (expression instanceof OrExpression) {
            readSecondGiven(expression, false, scope);
        } else if (expression instanceof BuiltIn builtIn) {
            readBuiltIn(builtIn, kind, optional, scope);
        } else if (expression instanceof MethodCall) {
            readCall(expression, kind, optional, scope);
        } else if (expression instanceof AddConcatExpression && kind == Kind.LIST) {
            // Two lists made one: whose item an item is cannot be told.
            for (int i = 0; i < 2; i++) {
                Expression part = (Expression) expression.getParameterValue(i);
                read(part, kind, false, scope);
                markWhole(part, scope);
            }
        } else if (expression instanceof LocalLambdaExpression lambda) {
            readLambda(lambda, null, scope);
        } else {
            readAll(expression, 0, scope);
        }
    }

    private void readAll(TemplateObject object, int from, Scope scope) {
        for (int i = from; i < object.getParameterCount(); i++) {
            Object value = object.getParameterValue(i);
            if (value instanceof Expression expression) {
                read(expression, scope);
            } else if (value instanceof Interpolation interpolation) {
                readAll(interpolation, 0, scope);
            }
        }
    }

    /** The right side of `a?? && …` is looked at only where a is there; of `!a?? || …` likewise. */
    private void readSecondGiven(Expression expression, boolean met, Scope scope) {
        Expression left = (Expression) expression.getParameterValue(0);
        Expression right = (Expression) expression.getParameterValue(1);
        read(left, scope);
        Scope inside = new Scope(scope);
        inside.test(testedBy(left, met, scope));
        read(right, inside);
    }

    private void readBuiltIn(BuiltIn builtIn, Kind kind, boolean optional, Scope scope) {
        String key = builtIn.key;
        if (key.equals("then")) {
            readThen(builtIn, scope);
            return;
        }
        Kind told = kind;
        if (SAME_ITEMS.contains(key) || ONE_ITEM.contains(key) || OF_LISTS.contains(key)) {
            told = Kind.LIST;
        } else if (key.equals("size")) {
            told = Kind.SIZED;
        } else if (OF_OBJECTS.contains(key)) {
            told = Kind.OBJECT;
        } else if (!EXISTENCE.contains(key)) {
            told = Kind.SCALAR;
        }
        if (TESTS.contains(key)) {
            touch(builtIn.target, told, true, scope);
        } else if (EXISTENCE.contains(key)) {
            read(builtIn.target, told, true, scope);
        } else if (!isLoopState(builtIn, scope)) {
            read(builtIn.target, told, false, scope);
        }
        if (OF_OBJECTS.contains(key)) {
            markWhole(builtIn.target, scope);
        }
        String item = itemPathOf(builtIn.target, scope);
        for (int i = 2; i < builtIn.getParameterCount(); i++) {
            Object parameter = builtIn.getParameterValue(i);
            if (parameter instanceof LocalLambdaExpression lambda) {
                readLambda(lambda, item, scope);
            } else if (parameter instanceof Expression expression) {
                read(expression, scope);
            }
        }
    }

    /** `x?index` asks the loop, not the data. */
    private static boolean isLoopState(BuiltIn builtIn, Scope scope) {
        return builtIn instanceof BuiltInForLoopVariable && builtIn.target instanceof Identifier id
                && scope.knows(id.getName());
    }

    private void readThen(BuiltIn builtIn, Scope scope) {
        read(builtIn.target, scope);
        for (int i = 2; i < builtIn.getParameterCount(); i++) {
            if (builtIn.getParameterValue(i) instanceof Expression branch) {
                Scope inside = new Scope(scope);
                inside.test(testedBy(builtIn.target, i == 2, scope));
                read(branch, inside);
            }
        }
    }

    private void readCall(Expression call, Kind kind, boolean optional, Scope scope) {
        Expression callee = (Expression) call.getParameterValue(0);
        if (isCallable(callee, scope)) {
            List<Expression> arguments = new ArrayList<>();
            for (int i = 1; i < call.getParameterCount(); i++) {
                Expression argument = (Expression) call.getParameterValue(i);
                readAlias(argument, scope);
                arguments.add(argument);
            }
            calls.run(((Identifier) callee).getName(), arguments, scope);
            return;
        }
        if (callee instanceof BuiltIn builtIn && builtIn.key.equals("default")) {
            read(builtIn.target, kind, true, scope);
        } else {
            read(callee, Kind.SCALAR, optional, scope);
        }
        readAll(call, 1, scope);
    }

    private void readLambda(LocalLambdaExpression lambda, String itemPath, Scope scope) {
        Scope inside = new Scope(scope);
        for (Identifier parameter : lambda.getLambdaParameterList().getParameters()) {
            inside.bind(parameter.getName(), itemPath);
        }
        read((Expression) lambda.getParameterValue(lambda.getParameterCount() - 1), inside);
    }

    private boolean isCallable(Expression expression, Scope scope) {
        return expression instanceof Identifier id && callables.contains(id.getName()) && !scope.knows(id.getName());
    }

    private void readPath(Expression expression, Kind kind, boolean optional, Scope scope) {
        boolean whole = kind == Kind.SCALAR && !touching;
        touching = false;
        if (isCallable(expression, scope)) {
            return;
        }
        if (expression instanceof DynamicKeyName) {
            readKey(expression, scope);
        }
        String path = pathOf(expression, scope);
        Expression target = targetOf(expression);
        if (target != null) {
            read(target, kindOfTarget(expression, kind, scope), false, scope);
            if (path == null) {
                markWhole(target, scope);
            }
        }
        if (path != null && !path.isEmpty()) {
            boolean forgiven = optional || optionalDepth > 0 || scope.isTested(path) || startsForgiven(expression, scope);
            variables.read(path, kind, forgiven, whole, expression.getBeginLine(), expression.getBeginColumn());
        }
    }

    private static boolean startsForgiven(Expression expression, Scope scope) {
        Expression root = expression;
        while (targetOf(root) != null) {
            root = targetOf(root);
        }
        return root instanceof Identifier id && scope.isForgiven(id.getName());
    }

    /** Whether the expression has a value even where the data lacks the path that pathOf() gives for it. */
    static boolean isForgiving(Expression expression) {
        if (expression instanceof ParentheticalExpression) {
            return isForgiving((Expression) expression.getParameterValue(0));
        }
        if (expression instanceof MethodCall) {
            return isForgiving((Expression) expression.getParameterValue(0));
        }
        return expression instanceof DefaultToExpression
            || expression instanceof BuiltIn builtIn && EXISTENCE.contains(builtIn.key);
    }

    private void readKey(Expression expression, Scope scope) {
        Object key = expression.getParameterValue(1);
        if (key instanceof Expression keyExpression) {
            read(keyExpression, scope);
        }
    }

    private static Expression targetOf(Expression expression) {
        if (expression instanceof Dot || expression instanceof DynamicKeyName) {
            return (Expression) expression.getParameterValue(0);
        }
        return null;
    }

    /** Where in the data the value of `expression` stands; null when it is not (only) a piece of the data; "" for all. */
    String pathOf(Expression expression, Scope scope) {
        if (expression instanceof Identifier id) {
            return scope.knows(id.getName()) ? scope.pathOf(id.getName()) : id.getName();
        }
        if (expression instanceof BuiltinVariable) {
            String name = expression.getCanonicalForm();
            boolean all = name.equals(".data_model") || name.equals(".dataModel") || name.equals(".globals")
                || name.equals(".vars");
            return all ? "" : null;
        }
        if (expression instanceof ParentheticalExpression || expression instanceof DefaultToExpression) {
            return pathOf((Expression) expression.getParameterValue(0), scope);
        }
        if (expression instanceof Dot) {
            return join(pathOf(targetOf(expression), scope), (String) expression.getParameterValue(1));
        }
        if (expression instanceof DynamicKeyName) {
            return pathOfKey(expression, scope);
        }
        if (expression instanceof BuiltIn builtIn) {
            if (SAME_ITEMS.contains(builtIn.key) || EXISTENCE.contains(builtIn.key) && !TESTS.contains(builtIn.key)) {
                return pathOf(builtIn.target, scope);
            }
            if (ONE_ITEM.contains(builtIn.key)) {
                return itemPathOf(builtIn.target, scope);
            }
        }
        if (expression instanceof MethodCall && expression.getParameterValue(0) instanceof BuiltIn builtIn) {
            return pathOf(builtIn, scope);
        }
        return null;
    }

    private String pathOfKey(Expression expression, Scope scope) {
        String target = pathOf(targetOf(expression), scope);
        Object key = expression.getParameterValue(1);
        if (key instanceof StringLiteral literal && literal.getParameterCount() <= 1 && !literal.isSingleInterpolationLiteral()) {
            return join(target, literal.getAsString());
        }
        if (key instanceof Range) {
            return target;
        }
        if (isListKey(key, scope)) {
            return target == null || target.isEmpty() ? null : target + "[]";
        }
        return null;
    }

    /** Whether `a[key]` asks a list (or a text), not an object. */
    private static boolean isListKey(Object key, Scope scope) {
        if (key instanceof ParentheticalExpression inner) {
            return isListKey(inner.getParameterValue(0), scope);
        }
        if (key instanceof Identifier id) {
            return scope.isNumber(id.getName());
        }
        if (key instanceof AddConcatExpression sum) {
            return isListKey(sum.getParameterValue(0), scope) && isListKey(sum.getParameterValue(1), scope);
        }
        return key instanceof NumberLiteral || key instanceof ArithmeticExpression || key instanceof Range
            || key instanceof BuiltIn builtIn && NUMBERS.contains(builtIn.key);
    }

    private static Kind kindOfTarget(Expression expression, Kind kind, Scope scope) {
        if (!(expression instanceof DynamicKeyName)) {
            return Kind.OBJECT;
        }
        Object key = expression.getParameterValue(1);
        // A slice is of the kind of the whole: of a text where it is printed, of a list where it is listed.
        return key instanceof Range ? kind : isListKey(key, scope) ? Kind.LIST : Kind.OBJECT;
    }

    /** Whether an item of the list that the expression gives is a number. */
    static boolean isNumbers(Expression list) {
        return list instanceof Range
            || list instanceof ParentheticalExpression && isNumbers((Expression) list.getParameterValue(0));
    }

    String itemPathOf(Expression list, Scope scope) {
        if (list instanceof MethodCall && list.getParameterValue(0) instanceof BuiltIn builtIn
            && builtIn.key.equals("chunk")) {
            // A row of the list is a list of the same items.
            return pathOf(builtIn.target, scope);
        }
        String path = pathOf(list, scope);
        return path == null || path.isEmpty() ? null : path + "[]";
    }

    private static String join(String target, String key) {
        if (target == null) {
            return null;
        }
        return target.isEmpty() ? key : target + "." + key;
    }

    /** Paths that are there whenever `condition` is true (or, with `met` false, whenever it is not). */
    Set<String> testedBy(Expression condition, boolean met, Scope scope) {
        Set<String> paths = new HashSet<>();
        collectTested(condition, met, scope, paths);
        return paths;
    }

    private void collectTested(Expression condition, boolean met, Scope scope, Set<String> paths) {
        if (condition instanceof ParentheticalExpression) {
            collectTested((Expression) condition.getParameterValue(0), met, scope, paths);
        } else if (condition instanceof NotExpression) {
            collectTested((Expression) condition.getParameterValue(0), !met, scope, paths);
        } else if (condition instanceof AndExpression && met || condition instanceof OrExpression && !met) {
            collectTested((Expression) condition.getParameterValue(0), met, scope, paths);
            collectTested((Expression) condition.getParameterValue(1), met, scope, paths);
        } else if (met && condition instanceof ExistsExpression) {
            add(paths, pathOf((Expression) condition.getParameterValue(0), scope));
        } else if (met && condition instanceof BuiltIn builtIn && TESTS.contains(builtIn.key)) {
            add(paths, pathOf(builtIn.target, scope));
        }
    }

    private static void add(Set<String> paths, String path) {
        if (path != null && !path.isEmpty()) {
            paths.add(path);
        }
    }
}
