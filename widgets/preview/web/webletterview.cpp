#include "widgets/preview/web/webletterview.h"

#include <QTemporaryFile>
#include <QWebEngineDownloadRequest>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineSettings>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// setHtml() takes 2 MB after percent-encoding; larger letters (pictures) go through a file.
constexpr qsizetype directLimit = 500'000;
constexpr qsizetype mostRefused = 100; // to be told of

/// Shows; follows no link and opens no window.
class LetterPage : public QWebEnginePage {
public:
    using QWebEnginePage::QWebEnginePage;

protected:
    bool acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame) override
    {
        Q_UNUSED(url)
        return isMainFrame && type == NavigationTypeTyped;
    }
    QWebEnginePage* createWindow(WebWindowType) override { return nullptr; }
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString&, int, const QString&) override { }
};

void prepareEnvironment()
{
    // Chromium refuses its sandbox to root, and has no GPU to talk to on a server; both are said here, once, before the
    // engine starts, so that the window works in a container as well.
    if (::geteuid() == 0)
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    // Painted in memory: with OpenGL the window would be made anew at the first letter, in sight of the person.
    qputenv("QT_QUICK_BACKEND", "software");
    QByteArray flags = qgetenv("QTWEBENGINE_CHROMIUM_FLAGS");
    for (const char* flag : {"--disable-gpu", "--disable-background-networking", "--no-pings"}) {
        if (!flags.contains(flag))
            flags += QByteArray(" ") + flag;
    }
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", flags.trimmed());
}

} // namespace

void LetterGuard::interceptRequest(QWebEngineUrlRequestInfo& info)
{
    const QUrl url = info.requestUrl();
    if (url.scheme() == u"data" || (!m_allowed.isEmpty() && url == m_allowed))
        return;
    info.block(true);
    const QString address = url.toString();
    if (m_refused.contains(address) || m_refused.size() >= mostRefused)
        return;
    m_refused.append(address);
    Q_EMIT refusedMore();
}

void LetterGuard::reset(const QUrl& allowed)
{
    m_allowed = allowed;
    m_refused.clear();
}

WebLetterView::WebLetterView(QWidget* parent)
{
    prepareEnvironment();
    m_view = new QWebEngineView(parent);
    m_view->setObjectName(u"letterWeb"_s);
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    // Without a storage name a profile keeps nothing.
    m_profile = new QWebEngineProfile(m_view);
    m_guard = new LetterGuard(m_profile);
    m_profile->setUrlRequestInterceptor(m_guard);
    QObject::connect(
        m_guard, &LetterGuard::refusedMore, m_view,
        [this] {
            if (onRefused)
                onRefused();
        },
        Qt::QueuedConnection);
    QObject::connect(m_profile, &QWebEngineProfile::downloadRequested, m_view,
        [](QWebEngineDownloadRequest* request) { request->cancel(); });
    auto* page = new LetterPage(m_profile, m_view);
    QWebEngineSettings* settings = page->settings();
    for (const auto attribute : {QWebEngineSettings::JavascriptEnabled, QWebEngineSettings::JavascriptCanOpenWindows,
             QWebEngineSettings::LocalStorageEnabled, QWebEngineSettings::LocalContentCanAccessRemoteUrls,
             QWebEngineSettings::LocalContentCanAccessFileUrls, QWebEngineSettings::PluginsEnabled,
             QWebEngineSettings::HyperlinkAuditingEnabled, QWebEngineSettings::WebGLEnabled,
             QWebEngineSettings::AutoLoadIconsForPage, QWebEngineSettings::DnsPrefetchEnabled,
             QWebEngineSettings::FocusOnNavigationEnabled})
        settings->setAttribute(attribute, false);
    m_view->setPage(page);
    m_page = page;
    QObject::connect(page, &QWebEnginePage::loadFinished, m_view, [this](bool) { scrollBack(); });
}

WebLetterView::~WebLetterView()
{
    // Page before profile, or the engine complains. The view may have gone before, with its page.
    delete m_page.data();
}

void WebLetterView::scrollBack()
{
    // A word of ours in a world of its own; what the letter brings along is still not run.
    if (m_scrolled > 0)
        m_view->page()->runJavaScript(
            u"window.scrollTo(0, %1)"_s.arg(int(m_scrolled)), QWebEngineScript::ApplicationWorld);
}

void WebLetterView::setDark(bool dark)
{
    // What is seen before the letter is painted.
    m_view->page()->setBackgroundColor(dark ? QColor(0x12, 0x12, 0x12) : QColor(Qt::white));
}

void WebLetterView::setHtml(const QString& html)
{
    const QByteArray bytes = html.toUtf8();
    m_scrolled = m_view->page()->scrollPosition().y();
    if (bytes.size() < directLimit) {
        m_guard->reset({});
        m_view->page()->setContent(bytes, u"text/html;charset=UTF-8"_s, QUrl(u"about:blank"_s));
        return;
    }
    m_file = std::make_unique<QTemporaryFile>(u"/tmp/letter-XXXXXX.html"_s);
    if (!m_file->open() || m_file->write(bytes) != bytes.size() || !m_file->flush())
        return;
    const QUrl url = QUrl::fromLocalFile(m_file->fileName());
    m_guard->reset(url);
    m_view->load(url);
}

} // namespace nc
