#include "widgets/templates/textletterview.h"

#include <QImage>
#include <QTextBrowser>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nc {

class TextLetterView::Browser : public QTextBrowser {
public:
    explicit Browser(QWidget* parent)
        : QTextBrowser(parent)
    {
        setOpenLinks(false);
        setFrameShape(NoFrame);
        // A letter is shown on paper, whatever the console's theme.
        QPalette paper = palette();
        paper.setColor(QPalette::Base, Qt::white);
        paper.setColor(QPalette::Text, Qt::black);
        setPalette(paper);
    }

    QVariant loadResource(int type, const QUrl& url) override
    {
        if (url.scheme() == u"data" && type == QTextDocument::ImageResource) {
            const QByteArray bytes = url.toEncoded();
            const qsizetype comma = bytes.indexOf(',');
            if (comma > 0 && bytes.first(comma).endsWith(";base64"))
                return QImage::fromData(QByteArray::fromBase64(QByteArray::fromPercentEncoding(bytes.mid(comma + 1))));
            return {};
        }
        ++refused;
        return {};
    }

    int refused = 0;
};

TextLetterView::TextLetterView(QWidget* parent)
    : m_browser(new Browser(parent))
{
    m_browser->setObjectName(u"letterText"_s);
}

QWidget* TextLetterView::widget()
{
    return m_browser;
}

void TextLetterView::setHtml(const QString& html)
{
    m_browser->refused = 0;
    m_browser->setHtml(html);
}

int TextLetterView::refusedRequests() const
{
    return m_browser->refused;
}

} // namespace nc
