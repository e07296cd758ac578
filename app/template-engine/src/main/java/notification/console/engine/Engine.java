package notification.console.engine;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.util.Locale;
import java.util.TimeZone;

/** FreeMarker configured as notification-service configures it: docs/contracts.md, "FreeMarker as the service runs it". */
final class Engine {
    private Engine() {
    }

    static Configuration configuration() {
        Configuration configuration = new Configuration(new Version(2, 3, 30));
        configuration.setDefaultEncoding("UTF-8");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setLocalizedLookup(false);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setTimeZone(TimeZone.getTimeZone("Europe/Kiev"));
        configuration.setLocale(Locale.ENGLISH);
        // Places of problems only: a tab is one column.
        configuration.setTabSize(1);
        // Beyond production: a preview runs code of people who are not trusted with this machine.
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        return configuration;
    }
}
