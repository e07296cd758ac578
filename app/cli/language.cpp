#include "cli/language.h"

#include "cli/parser.h"

#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

static void initResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace nc::cli {

std::optional<Language> chooseLanguage(const QStringList& arguments)
{
    const QString chosen = earlyValue(arguments, u"lang"_s);
    if (chosen.isEmpty())
        return QLocale::system().language() == QLocale::Ukrainian ? Language::Ukrainian : Language::English;
    if (chosen == u"uk")
        return Language::Ukrainian;
    if (chosen == u"en")
        return Language::English;
    return std::nullopt;
}

void installTranslation(QCoreApplication& app, Language language)
{
    initResources();
    auto* translator = new QTranslator(&app);
    const QString file =
        language == Language::Ukrainian ? u":/translations/console_uk.qm"_s : u":/translations/console_en.qm"_s;
    if (translator->load(file))
        QCoreApplication::installTranslator(translator);
}

} // namespace nc::cli
