#include "widgets/failures/background.h"

using namespace Qt::StringLiterals;

namespace nc {

std::function<Result<JudgeAccess>(const TaskContext&)> accessOf(const Workspace& workspace)
{
    return [access = workspace.access(), folder = workspace.configFolder()](
               const TaskContext& task) -> Result<JudgeAccess> {
        auto kafka = kafkaAccess(*access, task);
        if (!kafka)
            return fail(kafka.error());
        JudgeAccess out{
            std::move(*kafka), folder + u"/ledger"_s, {}, access->profile().serviceVersion, access->profile().registry};
        const QString database = access->profile().database;
        const auto secrets = access->secrets(task);
        if (!database.isEmpty() && secrets)
            out.database = DatabaseTarget{database, secrets->database};
        else if (!database.isEmpty())
            out.databaseUnseen = secrets.error();
        return out;
    };
}

} // namespace nc
