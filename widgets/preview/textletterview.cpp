#include "widgets/preview/textletterview.h"

#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QTextBrowser>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr int placeholderWidth = 96;
constexpr int placeholderHeight = 64;

// The same as the browser engine's stand-in (letterdress.cpp).
QImage refusedPicture()
{
    QImage image(placeholderWidth, placeholderHeight, QImage::Format_ARGB32_Premultiplied);
    image.fill(QColor(0xff, 0xf4, 0xe5));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0xb5, 0x47, 0x08), 1, Qt::DashLine));
    painter.drawRect(image.rect().adjusted(0, 0, -1, -1));
    painter.setPen(QPen(QColor(0xb5, 0x47, 0x08), 2));
    const QRect cross = image.rect().adjusted(30, 20, -30, -20);
    painter.drawLine(cross.topLeft(), cross.bottomRight());
    painter.drawLine(cross.topRight(), cross.bottomLeft());
    return image;
}

} // namespace

class TextLetterView::Browser : public QTextBrowser {
public:
    explicit Browser(QWidget* parent, TextLetterView& view)
        : QTextBrowser(parent)
        , m_view(view)
    {
        setOpenLinks(false);
        setFrameShape(NoFrame);
    }

    // A letter is shown on paper, whatever the console's theme.
    void setPaper(const QColor& base, const QColor& text)
    {
        QPalette paper = palette();
        paper.setColor(QPalette::Base, base);
        paper.setColor(QPalette::Text, text);
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
        if (!refused.contains(url.toString())) {
            refused.append(url.toString());
            // Asked for in the middle of laying out.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    if (m_view.onRefused)
                        m_view.onRefused();
                },
                Qt::QueuedConnection);
        }
        return type == QTextDocument::ImageResource ? QVariant(refusedPicture()) : QVariant();
    }

    QStringList refused;

private:
    TextLetterView& m_view;
};

TextLetterView::TextLetterView(QWidget* parent)
    : m_browser(new Browser(parent, *this))
{
    m_browser->setObjectName(u"letterText"_s);
    setDark(false);
}

QWidget* TextLetterView::widget()
{
    return m_browser;
}

void TextLetterView::setHtml(const QString& html)
{
    m_browser->refused.clear();
    const int scrolled = m_browser->verticalScrollBar()->value();
    m_browser->setHtml(html);
    m_browser->verticalScrollBar()->setValue(scrolled);
}

void TextLetterView::setDark(bool dark)
{
    m_browser->setPaper(
        dark ? QColor(0x12, 0x12, 0x12) : QColor(Qt::white), dark ? QColor(0xe8, 0xe8, 0xe8) : Qt::black);
}

QStringList TextLetterView::refused() const
{
    return m_browser->refused;
}

} // namespace nc
