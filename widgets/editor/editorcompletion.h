#pragma once

#include "authoring/completion.h"

#include <QObject>

namespace nc {

class CodeView;

/// Offers what may be typed: by itself behind `[#`, `[@`, `${`, `?`, `.`, `</` and `{` of Diia and while a word goes
/// on, always on Ctrl+Space. Each line of the list is the word and what it does.
class EditorCompletion : public QObject {
    Q_OBJECT

public:
    EditorCompletion(CodeView& editor, Channel channel);

    /// What the data of the template hold.
    void setNames(const KnownNames& names) { m_names = names; }
    /// Ctrl+Space. False: nothing fits here.
    bool offer();
    /// The words on offer, in their order; empty while no list is shown.
    QStringList offered() const;

private:
    void typed(int character);
    bool show(bool asked);
    bool isOnScreen() const;
    void take(const QString& line);

    CodeView& m_editor;
    Channel m_channel;
    KnownNames m_names;
    QList<Completion> m_list;
};

} // namespace nc
