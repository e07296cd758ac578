#include "widgets/failures/stacktraceview.h"

#include "failures/letters/exceptiontext.h"
#include "widgets/style/colors.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr QChar mark = QChar(0x25B6);
constexpr QChar dots = QChar(0x2026);

/// Frames of these say nothing about why it failed.
QString frameworkOf(const QString& frame)
{
    for (const QString& name : {u"org.springframework"_s, u"org.apache.kafka"_s, u"java.base"_s, u"java."_s,
             u"javax."_s, u"jdk."_s, u"sun."_s, u"brave."_s, u"io.micrometer"_s, u"com.sun."_s, u"org.hibernate"_s}) {
        if (frame.startsWith(u"at "_s + name))
            return name.endsWith(u'.') ? name.chopped(1) : name;
    }
    return {};
}

bool isPlatform(const QString& frame)
{
    return frame.startsWith("at com.epam.digital.data.platform."_L1);
}

} // namespace

QString foldedTrace(const QString& trace)
{
    QStringList out;
    QString framework;
    int folded = 0;
    const auto flush = [&] {
        if (folded > 0)
            out += u"    %1 %2 × %3"_s.arg(dots).arg(framework).arg(folded);
        folded = 0;
    };
    for (const QString& line : foldPayload(trace).split(u'\n')) {
        const QString frame = line.trimmed();
        const QString name = frameworkOf(frame);
        if (name.isEmpty()) {
            flush();
            out += isPlatform(frame) ? u"  %1 "_s.arg(mark) + frame : line;
        } else {
            if (name != framework)
                flush();
            framework = name;
            ++folded;
        }
    }
    flush();
    return out.join(u'\n');
}

void StackTraceView::setTrace(const QString& trace)
{
    setText(foldedTrace(trace).toUtf8());
}

QList<QTextLayout::FormatRange> StackTraceView::rowFormats(qsizetype, const QString& text, const Colors& c) const
{
    const QString start = text.trimmed();
    QTextLayout::FormatRange whole{0, static_cast<int>(text.size()), {}};
    if (start.startsWith(mark)) {
        whole.format.setForeground(c.accent);
        whole.format.setFontWeight(QFont::DemiBold);
    } else if (start.startsWith(dots) || start.startsWith("... "_L1)) {
        whole.format.setForeground(c.muted);
    } else if (start.startsWith("Caused by:"_L1)) {
        whole.format.setForeground(c.error);
    } else {
        return {};
    }
    return {whole};
}

} // namespace nc
