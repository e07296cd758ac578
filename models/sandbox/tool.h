#pragma once

#include "core/task.h"
#include "sandbox/account.h"

#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>

#include <chrono>

namespace nc {

/// A program that does one thing and ends: initdb, psql, git, openssl, mvn.
struct ToolCall {
    QString program; ///< a path, or a name looked up in PATH
    QStringList arguments = {};
    QString folder = QStringLiteral("/"); ///< working directory
    std::optional<Account> account = {};
    QByteArray input = {};
    QProcessEnvironment base = QProcessEnvironment::systemEnvironment();
    QMap<QString, QString> environment = {}; ///< on top of `base`
    std::chrono::milliseconds limit = std::chrono::seconds(60);
};

/// Runs it and gives what it wrote on stdout. Blocks; a cancel kills it. errors::noTool when the program is not there,
/// errors::toolFailed with the last lines of stderr when it ends with anything but 0, errors::timedOut,
/// errors::cancelled.
Result<QByteArray> runTool(const ToolCall& call, const TaskContext& task);

/// The last lines of some output or log, for an error's detail.
QString lastLines(const QByteArray& text, int count = 6);

} // namespace nc
