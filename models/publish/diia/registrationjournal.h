#pragma once

#include "publish/diia/diiaregistrar.h"
#include "publish/journal/databasefiles.h"

namespace nc {

/// What was registered at Diia and not yet written to its row: kept on disk, so that a publish that was cut off in
/// between is finished by the next one with the same id. A registration is known by Diia's address, the template's name
/// and the checksum of what was registered. Blocks; any thread, one at a time for one object.
class RegistrationJournal {
public:
    /// Beside the history: one file a database.
    RegistrationJournal(const QString& folder, const QString& database, QString by);

    /// What is known of such a registration.
    struct Known {
        std::optional<DiiaRegistration> registration; ///< registered, its row was not written
        bool inDoubt = false; ///< it was asked for and no answer came
        QString asked; ///< when and by whom, if so
    };
    /// errors::cannotRead, historyNewer.
    Result<Known> look(const QString& service, const TemplateValues& values) const;

    /// Before Diia is asked. On disk when it returns; errors of JournalFile.
    Result<void> asking(const QString& service, const TemplateValues& values) const;
    /// Diia has refused: nothing was registered.
    Result<void> refused(const QString& service, const TemplateValues& values) const;
    Result<void> registered(
        const QString& service, const TemplateValues& values, const DiiaRegistration& registration) const;
    /// The row is written.
    Result<void> written(const QString& service, const TemplateValues& values) const;

    QString path() const { return m_files.path(QStringLiteral("diia")); }

private:
    Result<void> note(const QString& service, const TemplateValues& values, const QString& state,
        const DiiaRegistration* registration = nullptr) const;

    DatabaseFiles m_files;
    QString m_by;
};

} // namespace nc
