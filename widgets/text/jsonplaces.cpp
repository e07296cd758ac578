#include "widgets/text/jsonplaces.h"

using namespace Qt::StringLiterals;

namespace nc {
namespace {

constexpr int deepest = 200;

class Walker {
public:
    explicit Walker(const QString& text)
        : m_text(text)
    {
    }

    QList<JsonPlace> walk()
    {
        value({}, 0);
        return std::move(m_places);
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(QChar c)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    QString string()
    {
        const qsizetype begin = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != u'"')
            m_at += m_text[m_at] == u'\\' ? 2 : 1;
        m_at = qMin(m_at, m_text.size());
        const QString result = m_text.mid(begin, m_at - begin);
        ++m_at;
        return result;
    }
    bool value(const QString& path, int depth)
    {
        skipBlanks();
        if (m_at >= m_text.size() || depth > deepest)
            return false;
        const QChar c = m_text[m_at];
        if (c == u'{')
            return object(path, depth);
        if (c == u'[')
            return array(path, depth);
        if (c == u'"') {
            string();
            return true;
        }
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !u",]}"_s.contains(m_text[m_at]))
            ++m_at;
        return m_at > begin;
    }
    bool object(const QString& path, int depth)
    {
        ++m_at;
        if (take(u'}'))
            return true;
        do {
            skipBlanks();
            if (m_at >= m_text.size() || m_text[m_at] != u'"')
                return false;
            JsonPlace place;
            place.begin = m_at;
            const QString name = string();
            place.path = path.isEmpty() ? name : path + u'.' + name;
            if (!take(u':') || !value(place.path, depth + 1))
                return false;
            place.end = m_at;
            m_places.append(place);
        } while (take(u','));
        return take(u'}');
    }
    bool array(const QString& path, int depth)
    {
        ++m_at;
        if (take(u']'))
            return true;
        do {
            if (!value(path + u"[]"_s, depth + 1))
                return false;
        } while (take(u','));
        return take(u']');
    }

    const QString& m_text;
    qsizetype m_at = 0;
    QList<JsonPlace> m_places;
};

} // namespace

QList<JsonPlace> jsonPlaces(const QString& json)
{
    return Walker(json).walk();
}

} // namespace nc
