#pragma once

#include "connections/profile.h"
#include "core/result.h"
#include "sandbox/serverprocess.h"

namespace nc {

/// What a sandbox's folder remembers, `sandbox.json`. connections/sandboxstate reads a part of it (`running`,
/// `kafkaPid`, `profile`) without this library.
struct SandboxRecord {
    bool running = false; ///< up() came to its end and down() has not been called since

    ProcessMark postgres;
    ProcessMark kafka;
    ProcessMark registry;

    int postgresPort = 0;
    int kafkaPort = 0;
    int controllerPort = 0;
    int sslPort = 0; ///< 0: without --secure
    int saslSslPort = 0;
    int saslPlaintextPort = 0;
    int registryPort = 0; ///< 0: without --schema-registry

    QString cluster; ///< folder of the PostgreSQL cluster; not always inside the sandbox's folder
    QString socketFolder;
    bool databaseReady = false; ///< roles, database and tables are there
    bool secure = false;
    bool schemaRegistry = false;
    bool empty = false; ///< made with --empty
    QString demo; ///< how far the demo is: "", "repositories", "rows", "done"

    Profile profile; ///< how the console connects

    bool exists = false; ///< not stored: there was such a file
};

/// Reads `<folder>/sandbox.json`; one with `exists` false when there is none. errors::cannotRead; errors::notASandbox
/// when the file is something else.
Result<SandboxRecord> readRecord(const QString& folder);
Result<void> writeRecord(const QString& folder, const SandboxRecord& record);

} // namespace nc
