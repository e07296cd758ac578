#pragma once

#include "render/inspection.h"

#include <QByteArray>

#include <optional>

namespace nc {

/// What a template reads against what the data bring.
struct SampleFindings {
    QStringList missing; ///< read without a fallback, and not there; the innermost of nested ones
    QStringList unused; ///< there, and never read; the outermost of nested ones, `items[].x` inside a list
    int badAt = -1; ///< byte offset where the text stops being JSON; -1: it is an object

    friend bool operator==(const SampleFindings&, const SampleFindings&) = default;
};

SampleFindings compareSample(const QList<TemplateVariable>& variables, const QByteArray& json);

/// First sets of parameters to preview a template with.
namespace sampledata {

/// Has a value for everything the template reads.
QByteArray generate(const QList<TemplateVariable>& variables);
/// The same for `{key}` placeholders.
QByteArray generateForDiia(const QString& text);
/// The set with a value for each of these as well; nothing when `json` is no object.
std::optional<QByteArray> completed(
    const QByteArray& json, const QList<TemplateVariable>& variables, const QStringList& missing);

} // namespace sampledata
} // namespace nc
