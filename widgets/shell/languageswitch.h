#pragma once

#include "core/sentences.h"

#include <QObject>
#include <QTranslator>

namespace nc {

/// Installs one language or the other, Qt's own words included, at any time. One a program, made before the first
/// widget. The default QLocale goes with it (digit groups, names of months, currentLanguage()).
class LanguageSwitch : public QObject {
    Q_OBJECT

public:
    explicit LanguageSwitch(QObject* parent = nullptr);

    static Language systemLanguage();
    Language language() const { return m_language; }
    void setLanguage(Language language);

    /// The same words in Ukrainian, whatever the window speaks now; empty when there is no translation.
    QString ukrainian(const char* context, const char* english) const;

Q_SIGNALS:
    void changed();

private:
    Language m_language = Language::English;
    bool m_installed = false;
    QTranslator m_ukrainian;
    QTranslator m_english;
    QTranslator m_qt;
};

} // namespace nc
