#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>

namespace nc {

/// Shows a letter as a mail program would: no scripts, no network, nothing kept. One interface for the browser engine
/// (a part of its own, loaded at the first preview: it is large) and for QTextBrowser.
class LetterView {
public:
    virtual ~LetterView() = default;

    virtual QWidget* widget() = 0;
    /// Stays where the reader has scrolled to.
    virtual void setHtml(const QString& html) = 0;
    /// Paper for letters that bring no colours of their own.
    virtual void setDark(bool dark) { Q_UNUSED(dark) }
    /// What the letter wanted from elsewhere and did not get, since the last setHtml(); each once.
    virtual QStringList refused() const = 0;
    /// True for a real browser engine.
    virtual bool isBrowser() const = 0;

    /// Called in the GUI thread when refused() has grown.
    std::function<void()> onRefused;
};

} // namespace nc
