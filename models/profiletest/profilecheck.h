#pragma once

#include "http/teststage.h"
#include "postgres/templaterow.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace nc {

/// One thing that a profile names, asked; words of no language.
struct ProfileCheck {
    enum class What { Kafka, Database, Rights, SchemaRegistry, Service, Vault, Regulation, Registry };
    What what = What::Kafka;
    QString name = {}; ///< the cluster's id, the database, an address without secrets, a folder
    QStringList brokers = {}; ///< host:port
    QString version = {}; ///< of PostgreSQL
    QList<TableRights> rights = {};
    QString mount = {}; ///< the vault's secrets engine
    QString branch = {}; ///< of a clone; empty for another folder
    QList<TestStage> stages = {}; ///< of servers that speak HTTP: dns, tcp, tls, answer
    std::optional<Error> error = {}; ///< nothing: all is well

    bool ok() const { return !error; }
};

/// Called as soon as something was asked, from the thread that runs the test.
using ProfileCheckListener = std::function<void(const ProfileCheck&)>;

} // namespace nc
