#include "widgets/shell/pageoperations.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace nc {

std::optional<QList<Operation>> operationsOfAction(const QString& objectName)
{
    using enum Operation;
    static const QList<Operation> nothing;
    static const QMap<QString, QList<Operation>> actions{
        // Overview, Activity
        {u"overviewRefresh"_s, nothing},
        {u"activityCopy"_s, nothing},
        // Channels
        {u"channelsSave"_s, {SetChannel}},
        {u"channelsUndo"_s, nothing},
        {u"channelsRedo"_s, nothing},
        {u"channelsRevert"_s, nothing},
        {u"channelsCommit"_s, {Commit, Push}},
        {u"channelsTest"_s, nothing},
        // Templates
        {u"saveTemplate"_s, {EditTemplate}},
        {u"toggleComment"_s, nothing},
        {u"backToEditing"_s, nothing},
        {u"publishTemplates"_s, {Publish}},
        {u"deleteRows"_s, {Prune}},
        {u"templateHistory"_s, {Restore}},
        {u"newTemplate"_s, {NewTemplate}},
        {u"duplicateTemplate"_s, {NewTemplate}},
        {u"renameTemplate"_s, {RenameTemplate}},
        {u"deleteTemplate"_s, {DeleteTemplate}},
        {u"findInTemplate"_s, nothing},
        {u"replaceInTemplate"_s, nothing},
        {u"completeInTemplate"_s, nothing},
        {u"fixProblem"_s, nothing},
        {u"goToDefinition"_s, nothing},
        {u"goToPartner"_s, nothing},
        {u"templateChanges"_s, nothing},
        {u"lineAuthor"_s, nothing},
        {u"commitTemplates"_s, {Commit, Push}},
        {u"templateShelfLife"_s, {SetShelfLife}},
        {u"newSheet"_s, {EditTemplate}},
        // Topics
        {u"topicsBack"_s, nothing},
        {u"topicsRead"_s, nothing},
        {u"topicsStop"_s, nothing},
        {u"topicsProduce"_s, {Produce}},
        {u"topicsCopyRecord"_s, nothing},
        {u"topicsExport"_s, nothing},
        {u"topicsSavedFilters"_s, nothing},
        {u"topicsRefresh"_s, nothing},
        // Failures
        {u"replayAction"_s, {Replay, Resend}},
        {u"discardAction"_s, {Discard}},
        {u"keepAction"_s, {Keep}},
        {u"undoDiscardAction"_s, {UndoDiscard}},
        {u"copyFailuresAction"_s, nothing},
        {u"maskFailuresAction"_s, nothing},
    };
    const auto found = actions.constFind(objectName);
    return found == actions.constEnd() ? std::nullopt : std::optional(*found);
}

const QList<std::pair<QString, Operation>>& operationsOfButtons()
{
    using enum Operation;
    static const QList<std::pair<QString, Operation>> buttons{
        {u"profileSaveButton"_s, AddProfile},
        {u"profileSaveButton"_s, EditProfile},
        {u"profileRemoveButton"_s, RemoveProfile},
        {u"profileUseButton"_s, UseProfile},
        {u"startSandboxAction"_s, StartSandbox},
        {u"testSend"_s, TestEmail},
        {u"stuckSkip"_s, Skip},
        {u"newSample"_s, SaveSample},
        {u"duplicateSample"_s, SaveSample},
        {u"shareSample"_s, SaveSample},
        {u"renameSample"_s, RenameSample},
        {u"removeSample"_s, DeleteSample},
    };
    return buttons;
}

} // namespace nc
