#pragma once

#include "render/helperprocess.h"
#include "render/templateengine.h"

namespace nc {

/// Starts the helper and makes sure that it is the right one. errors::javaMissing, engineMissing, javaTooOld,
/// engineVersion, engineStart.
class EngineLauncher {
public:
    explicit EngineLauncher(QString jar)
        : m_jar(std::move(jar))
    {
    }

    struct Launched {
        std::shared_ptr<HelperProcess> process;
        EngineVersion version;
    };

    Result<Launched> launch(const TaskContext& task) const;

private:
    Result<EngineVersion> greet(HelperProcess& process, const TaskContext& task) const;

    QString m_jar;
};

} // namespace nc
