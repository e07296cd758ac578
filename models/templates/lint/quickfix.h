#pragma once

#include "templates/source/problem.h"
#include "templates/source/template.h"
#include "templates/source/textedit.h"

#include <cstdint>

namespace nc {

/// A way out of a problem that can be taken by itself. `what` is a code of nc::fixes with its argument: its sentence is
/// what a menu shows.
struct QuickFix {
    /// Remove: `file` goes (it can be taken back). Show: nothing is changed, `show` is what to look at. ToJpeg: `file`
    /// is a picture that becomes `target`, a JPEG; `edits` are the content's. Needs a program that reads pictures.
    enum class Kind : std::uint8_t { Edit, Remove, Show, ToJpeg };

    Error what;
    QString file; ///< inside the template's directory: notification.ftlh
    QList<TextEdit> edits; ///< in the file's text as it was given
    std::optional<QString> whole; ///< instead of edits: the file's whole new text (it may not exist yet)
    Kind kind = Kind::Edit;
    TextEdit show; ///< its place alone counts
    QString target;
    bool mechanical = false; ///< means what the author meant, without a choice: `templates lint --fix` takes it
};

/// The texts that a fix may touch, as the author has them now.
struct FixTexts {
    TemplateKey key;
    QString directory;
    QString content;
    QByteArray contentBytes; ///< as on disk; only for what is not UTF-8
    std::optional<QString> metadata; ///< absent: no such file
};

/// What can be done about a problem of this template, the best first; often nothing. Looks for files in the template's
/// directory, reads none.
QList<QuickFix> quickFixes(const Problem& problem, const FixTexts& texts);

/// Windows-1251 (Cyrillic) as text; every byte has a character.
QString fromWindows1251(const QByteArray& bytes);

} // namespace nc
