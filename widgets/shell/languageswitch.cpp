#include "widgets/shell/languageswitch.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace nc {

LanguageSwitch::LanguageSwitch(QObject* parent)
    : QObject(parent)
{
    (void)m_ukrainian.load(u":/translations/console_uk.qm"_s);
    (void)m_english.load(u":/translations/console_en.qm"_s);
}

Language LanguageSwitch::systemLanguage()
{
    return QLocale::system().language() == QLocale::Ukrainian ? Language::Ukrainian : Language::English;
}

void LanguageSwitch::setLanguage(Language language)
{
    if (m_installed && language == m_language)
        return;
    m_installed = true;
    m_language = language;
    const bool ukrainian = language == Language::Ukrainian;
    // First: who is told that the language has changed asks the locale.
    QLocale::setDefault(
        ukrainian ? QLocale(QLocale::Ukrainian, QLocale::Ukraine) : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(ukrainian ? &m_english : &m_ukrainian);
    if (ukrainian && m_qt.load(u"qtbase_uk"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    QCoreApplication::installTranslator(ukrainian ? &m_ukrainian : &m_english);
    Q_EMIT changed();
}

QString LanguageSwitch::ukrainian(const char* context, const char* english) const
{
    return m_ukrainian.translate(context, english);
}

} // namespace nc
