#pragma once

#include "channels/channelproblem.h"
#include "channels/channelsettings.h"
#include "core/atomicfile.h"
#include "gate/pass.h"
#include "yaml/yamldocument.h"

namespace nc {

/// `deploy-templates/values.yaml` of one registry configuration, as it was read: bytes, stamp, and the document when it
/// is YAML. Blocking functions; any thread, one at a time for one object.
class ValuesFile {
public:
    /// `folder` is the clone of the registry's configuration, its deploy-templates/, or the file itself.
    /// errors::noValuesFile, cannotRead. A file that is not YAML loads: see error().
    static Result<ValuesFile> load(const QString& folder);

    const QString& path() const { return m_path; }
    /// The folder that git knows, for "a/deploy-templates/values.yaml" in diffs.
    const QString& relativePath() const { return m_relative; }
    const QByteArray& bytes() const { return m_bytes; }

    /// Why there is no document; nothing when there is one.
    const std::optional<Error>& error() const { return m_error; }
    const std::optional<YamlDocument>& document() const { return m_document; }
    ChannelSettings settings() const;
    QList<ChannelProblem> problems() const;

    /// What `changed` would change, as unified diff; empty when nothing. Secrets in the file are hidden, see
    /// withoutSecrets(): a diff that holds one cannot be applied by patch(1).
    QByteArray diff(const YamlDocument& changed) const;

    /// Writes the changed document in one step and takes it for the content from now on.
    /// errors::changedMeanwhile when somebody has written the file since it was read; then nothing is written.
    Result<void> save(const YamlDocument& changed, const Pass& pass);

    /// Is the file on disk another one than was read?
    bool changedOnDisk() const;

private:
    QString m_path;
    QString m_relative;
    QByteArray m_bytes;
    FileStamp m_stamp;
    std::optional<YamlDocument> m_document;
    std::optional<Error> m_error;
};

/// The file's text for showing: a password or token that stands in it is replaced by "(hidden)".
QByteArray withoutSecrets(const YamlDocument& document);

/// The document for bytes that were edited by hand; its problems are those of the file at `path`.
QList<ChannelProblem> problemsOf(const Result<YamlDocument>& document, const QString& path);

} // namespace nc
