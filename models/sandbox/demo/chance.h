#pragma once

#include <QString>

#include <random>

namespace nc::demo {

/// Chance that gives the same story for the same seed, with every standard library.
class Chance {
public:
    explicit Chance(quint32 seed)
        : m_engine(seed)
    {
    }

    /// 0 … count-1
    qint64 below(qint64 count) { return static_cast<qint64>(next() % static_cast<quint64>(count)); }
    bool percent(int percent) { return below(100) < percent; }
    template <class List>
    const auto& oneOf(const List& list)
    {
        return list.at(static_cast<qsizetype>(below(static_cast<qint64>(list.size()))));
    }
    /// `digits` lower-case hexadecimal digits.
    QString hex(int digits);
    QString uuid();

private:
    quint64 next() { return (static_cast<quint64>(m_engine()) << 32) | m_engine(); }
    std::mt19937 m_engine;
};

} // namespace nc::demo
