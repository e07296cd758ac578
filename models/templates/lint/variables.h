#pragma once

#include "render/inspection.h"

namespace nc {

class HtmlAlterations;

/// The `{key}` places of a Diia text.
QList<TemplateVariable> diiaVariables(const QString& text);

/// Turns lines of a prepared letter into lines of its source.
void toSourceLines(QList<TemplateVariable>& variables, const QString& source, const QString& prepared);
void toSourceLines(QList<TemplateVariable>& variables, const HtmlAlterations& alterations);

} // namespace nc
