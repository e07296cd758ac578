#pragma once

#include <QString>

namespace nc {

/// Where the parts that are not linked in lie: beside the program in a build tree, under share/ when installed.
/// Each can be overridden by an environment variable. A path is given even when nothing is there; the caller says
/// what is missing. Needs a QCoreApplication. Any thread.
namespace installpaths {

/// `template-engine.jar` ($NOTIFICATION_CONSOLE_TEMPLATE_ENGINE).
QString templateEngineJar();
/// Folder with the broker's jars ($NOTIFICATION_CONSOLE_BROKER).
QString brokerFolder();
/// The demo registry, `resources/demo` ($NOTIFICATION_CONSOLE_DEMO).
QString demoFolder();

} // namespace installpaths
} // namespace nc
