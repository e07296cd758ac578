#include "sandbox/demo/chance.h"

using namespace Qt::StringLiterals;

namespace nc::demo {

QString Chance::hex(int digits)
{
    QString text;
    for (int i = 0; i < digits; ++i)
        text += QChar::fromLatin1("0123456789abcdef"[below(16)]);
    return text;
}

QString Chance::uuid()
{
    const QString digits = hex(32);
    return digits.mid(0, 8) + u'-' + digits.mid(8, 4) + u"-4"_s + digits.mid(13, 3) + u"-a"_s + digits.mid(17, 3) + u'-'
        + digits.mid(20);
}

} // namespace nc::demo
