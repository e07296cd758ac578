#include "widgets/style/icons.h"

#include "widgets/style/colors.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

static void initResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace nc {

static constexpr const char* names[iconCount] = {
    "activity",
    "add",
    "app",
    "branch",
    "channels",
    "check",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "close",
    "command",
    "copy",
    "database",
    "desktop",
    "diff",
    "download",
    "edit",
    "error",
    "eye",
    "failures",
    "filter",
    "folder",
    "help",
    "history",
    "hourglass",
    "inbox",
    "info",
    "language",
    "link",
    "lock",
    "mail",
    "menu",
    "more",
    "neutral",
    "ok",
    "overview",
    "phone",
    "play",
    "profile",
    "refresh",
    "remove",
    "replay",
    "sandbox",
    "save",
    "search",
    "send",
    "server",
    "settings",
    "stop",
    "table",
    "templates",
    "theme",
    "topics",
    "trash",
    "undo",
    "upload",
    "user",
    "warning",
};

const char* iconName(Icon icon)
{
    return names[static_cast<int>(icon)];
}

static QColor colorOf(Tint tint, const Colors& c)
{
    switch (tint) {
    case Tint::Text:
        return c.text;
    case Tint::Muted:
        return c.muted;
    case Tint::Accent:
        return c.accent;
    case Tint::OnAccent:
        return c.onAccent;
    case Tint::Ok:
        return c.ok;
    case Tint::Warning:
        return c.warning;
    case Tint::Error:
        return c.error;
    case Tint::Neutral:
        return c.neutral;
    }
    return c.text;
}

namespace {

class TintedEngine : public QIconEngine {
public:
    TintedEngine(Icon icon, Tint tint)
        : m_icon(icon)
        , m_tint(tint)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const Colors& colors = colorsFor(QGuiApplication::palette());
        const QColor color = mode == QIcon::Disabled ? colors.disabled : colorOf(m_tint, colors);
        const QString key = u"nc-icon-%1-%2-%3x%4"_s.arg(static_cast<int>(m_icon))
                                .arg(color.rgba())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = draw(size, color);
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine* clone() const override { return new TintedEngine(m_icon, m_tint); }
    bool isNull() override { return false; }

private:
    QPixmap draw(const QSize& size, const QColor& color) const
    {
        initResources();
        QFile file(u":/icons/%1.svg"_s.arg(QLatin1StringView(nc::iconName(m_icon))));
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        if (!file.open(QIODevice::ReadOnly))
            return pixmap;
        QByteArray svg = file.readAll();
        svg.replace("#000", color.name().toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
        return pixmap;
    }

    Icon m_icon;
    Tint m_tint;
};

} // namespace

QIcon icon(Icon icon, Tint tint)
{
    return QIcon(new TintedEngine(icon, tint));
}

Icon toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return Icon::Ok;
    case Tone::Warning:
        return Icon::Warning;
    case Tone::Error:
        return Icon::Error;
    case Tone::Neutral:
        break;
    }
    return Icon::Neutral;
}

Tint toneTint(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return Tint::Ok;
    case Tone::Warning:
        return Tint::Warning;
    case Tone::Error:
        return Tint::Error;
    case Tone::Neutral:
        break;
    }
    return Tint::Neutral;
}

} // namespace nc
