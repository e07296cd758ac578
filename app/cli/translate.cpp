#include "cli/translate.h"

#include <QCoreApplication>

namespace nc::cli {

QString tr_(const char* text)
{
    return QCoreApplication::translate("cli", text);
}

} // namespace nc::cli
