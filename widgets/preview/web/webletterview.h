#pragma once

#include "widgets/preview/letterview.h"

#include <QPointer>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineUrlRequestInterceptor>
#include <QWebEngineView>

#include <memory>

class QTemporaryFile;

namespace nc {

/// Lets through what is inside the letter (data:, and the one file that a large letter is shown from), nothing else.
class LetterGuard : public QWebEngineUrlRequestInterceptor {
    Q_OBJECT

public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;

    void interceptRequest(QWebEngineUrlRequestInfo& info) override;
    void reset(const QUrl& allowed);
    const QStringList& refused() const { return m_refused; }

Q_SIGNALS:
    void refusedMore();

private:
    QUrl m_allowed;
    QStringList m_refused;
};

/// Qt WebEngine without scripts, network, storage, downloads or links to follow.
class WebLetterView : public LetterView {
public:
    explicit WebLetterView(QWidget* parent);
    ~WebLetterView() override;

    QWidget* widget() override { return m_view; }
    void setHtml(const QString& html) override;
    void setDark(bool dark) override;
    QStringList refused() const override { return m_guard->refused(); }
    bool isBrowser() const override { return true; }

private:
    QWebEngineView* m_view;
    QPointer<QWebEnginePage> m_page;
    QWebEngineProfile* m_profile;
    LetterGuard* m_guard;
    void scrollBack();

    std::unique_ptr<QTemporaryFile> m_file;
    qreal m_scrolled = 0;
};

} // namespace nc
