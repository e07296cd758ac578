#pragma once

#include "render/inspection.h"
#include "render/prepared.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace nc {

/// What the helper once made of inputs, on disk, so that nothing unchanged is asked again. Keys are hashes of all
/// inputs, so an entry is never stale; one that is damaged or of another version counts as absent. Several processes
/// may share the folder. Writing never fails loudly: without a cache everything still works. Any thread.
class PreparedCache {
public:
    /// `folder` empty: keeps nothing.
    explicit PreparedCache(QString folder)
        : m_folder(std::move(folder))
    {
    }

    /// $XDG_CACHE_HOME/notification-console/prepared.
    static QString defaultFolder();

    std::optional<Prepared> prepared(const QByteArray& inputsKey) const;
    void store(const QByteArray& inputsKey, const Prepared& prepared) const;

    /// `name` counts only by whether it ends in .ftlh, which decides about escaping.
    std::optional<Inspection> inspection(const QString& name, const QByteArray& text) const;
    void store(const QString& name, const QByteArray& text, const Inspection& inspection) const;

    /// Takes away what has not been written for `days`; looks at most once a day. Returns how many files went.
    int prune(int days = 60) const;

private:
    QString fileOf(const char* kind, const QByteArray& key) const;
    QByteArray read(const QString& path) const;
    void write(const QString& path, const QByteArray& payload) const;

    QString m_folder;
};

} // namespace nc
