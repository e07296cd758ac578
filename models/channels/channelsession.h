#pragma once

#include "channels/channelproblem.h"
#include "channels/channelsettings.h"
#include "channels/valuesfile.h"

#include <QFileSystemWatcher>
#include <QList>
#include <QMap>
#include <QObject>

namespace nc {

/// What a person has typed into the form; may be half done.
struct ChannelForm {
    EmailSettings::Type emailType = EmailSettings::Type::None;
    QString host;
    QString port;
    QString address;
    QString vaultPath; ///< where the platform's vault holds the password
    bool diia = false;
    QString diiaUrl;
    QString diiaSecret; ///< where it holds the partner's token; without "vault:"
    bool movePassword = false; ///< the old `password:` leaves the file for the vault or the secret store
    bool moveToken = false; ///< the same for a partner's token that stands openly in the file
    /// A password or token was typed. The words themselves are not in here: they are the widgets' until they are saved.
    bool newPassword = false;
    bool newToken = false;

    static ChannelForm of(const ChannelSettings& settings);
    friend bool operator==(const ChannelForm&, const ChannelForm&) = default;
};

/// One file of settings being edited: the form, the YAML that it would become, what is wrong with either, undo. Does no
/// slow work itself: loading and saving are ValuesFile's, run elsewhere, and their results handed in by adopt().
/// Lives in one thread (the GUI's).
class ChannelSession : public QObject {
    Q_OBJECT

public:
    explicit ChannelSession(QObject* parent = nullptr);

    /// The file as it was just read or written. Starts from it: what was typed and not saved is gone.
    void adopt(const ValuesFile& file);
    void clear();
    bool hasFile() const { return m_file.has_value(); }
    const ValuesFile& file() const { return *m_file; }

    const ChannelForm& form() const { return m_form; }
    /// Takes what was typed. Changes of the same `field` in a row are one step of undo.
    void edit(const ChannelForm& form, const QString& field);
    bool canUndo() const { return !m_undo.isEmpty(); }
    bool canRedo() const { return !m_redo.isEmpty(); }
    void undo();
    void redo();
    /// Back to the file.
    void revert();

    /// The file as it would be saved; the file's own bytes where it cannot be changed.
    const QByteArray& draftBytes() const { return m_draftBytes; }
    /// The same, and the file, for showing: secrets hidden, line for line the same.
    QByteArray shownDraft() const;
    QByteArray shownFile() const;
    /// Null when the file is not YAML.
    const YamlDocument* draft() const { return m_draft ? &*m_draft : nullptr; }
    ChannelSettings draftSettings() const;
    /// Lines of the draft (from 1) that the file does not have so.
    const QList<int>& changedLines() const { return m_changedLines; }
    /// Lines of the draft before which lines of the file are gone without others in their place.
    const QList<int>& removedBefore() const { return m_removedBefore; }
    int removedCount() const { return m_removedCount; }

    /// What is wrong with the draft.
    const QList<ChannelProblem>& problems() const { return m_problems; }
    /// What is wrong with what was typed, by key ("global.notifications.email.host"); such values are not in the draft.
    const QMap<QString, Error>& fieldErrors() const { return m_fieldErrors; }
    /// Why the change cannot be made in this file, with the line.
    const std::optional<Error>& refusal() const { return m_refusal; }

    /// Something was typed that is not in the file.
    bool isChanged() const;
    /// Something is to be written: the file, or only a password or token.
    bool canSave() const;

Q_SIGNALS:
    /// Form, draft, problems or the file are others.
    void changed();
    /// The file on disk was touched by somebody; compare with ValuesFile::changedOnDisk().
    void fileTouched();

private:
    void recompute();
    void typed(const ChannelSettings& base);
    void typedDiia(const DiiaSettings& base);
    void watch();

    std::optional<ValuesFile> m_file;
    ChannelForm m_form;
    ChannelForm m_saved;
    struct Step {
        ChannelForm form;
        QString field;
    };
    QList<Step> m_undo;
    QList<Step> m_redo;
    std::optional<YamlDocument> m_draft;
    QByteArray m_draftBytes;
    QList<int> m_changedLines;
    QList<int> m_removedBefore;
    int m_removedCount = 0;
    QList<ChannelProblem> m_problems;
    QMap<QString, Error> m_fieldErrors;
    std::optional<Error> m_refusal;
    QFileSystemWatcher m_watcher;
};

} // namespace nc
