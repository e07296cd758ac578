#pragma once

#include <QWidget>

#include <memory>

namespace nc {

/// Shows a letter as a mail program would: no scripts, no network, nothing kept. One interface for the browser engine
/// (a part of its own, loaded at the first preview: it is large) and for QTextBrowser.
class LetterView {
public:
    virtual ~LetterView() = default;

    virtual QWidget* widget() = 0;
    virtual void setHtml(const QString& html) = 0;
    /// How many things the letter wanted from the network and did not get, since the last setHtml().
    virtual int refusedRequests() const = 0;
    /// True for a real browser engine.
    virtual bool isBrowser() const = 0;
};

/// Makes the browser engine's view, or the fallback where it is not built or cannot be loaded. Costs some 100 ms once.
std::unique_ptr<LetterView> makeLetterView(QWidget* parent);

} // namespace nc
