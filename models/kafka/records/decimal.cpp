#include "kafka/records/decimal.h"

#include <QByteArray>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace nc {
namespace {

/// A number taken apart: sign, digits without leading zeros and dots, power of ten.
struct Decimal {
    bool negative = false;
    QByteArray digits; ///< no leading and no trailing zeros; empty: zero
    qint64 exponent = 0; ///< value = 0.digits × 10^exponent
};

std::optional<Decimal> takeApart(QByteArrayView text)
{
    Decimal d;
    qsizetype i = 0;
    if (i < text.size() && (text[i] == '-' || text[i] == '+'))
        d.negative = text[i++] == '-';
    const auto digit = [&] { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    if (!digit())
        return std::nullopt;
    qint64 whole = 0;
    for (; digit(); ++i, ++whole)
        d.digits += text[i];
    if (i < text.size() && text[i] == '.') {
        ++i;
        if (!digit())
            return std::nullopt;
        for (; digit(); ++i)
            d.digits += text[i];
    }
    qint64 power = 0;
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        const char* first = text.data() + i + (i < text.size() && text[i] == '+' ? 1 : 0);
        const auto [end, error] = std::from_chars(first, text.data() + text.size(), power);
        if (error != std::errc() || std::abs(power) > 1'000'000)
            return std::nullopt;
        i = end - text.data();
    }
    if (i != text.size())
        return std::nullopt;
    qsizetype zeros = 0;
    while (zeros < d.digits.size() && d.digits[zeros] == '0')
        ++zeros;
    d.digits.remove(0, zeros);
    while (d.digits.endsWith('0'))
        d.digits.chop(1);
    d.exponent = d.digits.isEmpty() ? 0 : whole + power - zeros;
    return d;
}

std::strong_ordering magnitude(const Decimal& a, const Decimal& b)
{
    if (a.digits.isEmpty() || b.digits.isEmpty())
        return a.digits.size() <=> b.digits.size();
    if (a.exponent != b.exponent)
        return a.exponent <=> b.exponent;
    return a.digits.compare(b.digits) <=> 0;
}

} // namespace

std::optional<std::partial_ordering> compareNumbers(QByteArrayView a, QByteArrayView b)
{
    const auto left = takeApart(a);
    const auto right = takeApart(b);
    if (!left || !right)
        return std::nullopt;
    const bool leftNegative = left->negative && !left->digits.isEmpty();
    const bool rightNegative = right->negative && !right->digits.isEmpty();
    if (leftNegative != rightNegative)
        return leftNegative ? std::partial_ordering::less : std::partial_ordering::greater;
    return leftNegative ? magnitude(*right, *left) : magnitude(*left, *right);
}

bool isNumber(QByteArrayView text)
{
    return takeApart(text).has_value();
}

bool survivesDouble(QByteArrayView number)
{
    const auto d = takeApart(number);
    if (!d)
        return false;
    if (d->digits.isEmpty())
        return !d->negative; // -0 loses its sign in many a program
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc() || !std::isfinite(value) || value == 0.0)
        return false;
    // Whole numbers beyond 2^53 come out with other digits in half of the world's programs.
    if (std::abs(value) > 9007199254740992.0 && d->exponent >= d->digits.size())
        return d->digits.size() <= 15;
    char text[64];
    const auto written = std::to_chars(text, text + sizeof text, value);
    const auto again = takeApart(QByteArrayView(text, written.ptr - text));
    return again && again->digits == d->digits && again->exponent == d->exponent;
}

} // namespace nc
