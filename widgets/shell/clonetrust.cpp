#include "widgets/shell/clonetrust.h"

#include "connections/workspace.h"
#include "git/errors.h"
#include "widgets/common/noticebar.h"

#include <QCoreApplication>

namespace nc {

bool askTrust(NoticeBar& notices, Workspace& workspace, const Error& error, std::function<void()> again)
{
    if (!error.is(errors::foreignClone))
        return false;
    notices.show([&notices, &workspace, error, again = std::move(again)] {
        const auto say = [](const char* text) { return QCoreApplication::translate("nc::CloneTrust", text); };
        return Notice{Tone::Warning,
            say(QT_TRANSLATE_NOOP("nc::CloneTrust", "The clone %1 belongs to %2. Do you trust what stands in it?"))
                .arg(error.subject, error.detail),
            say(QT_TRANSLATE_NOOP("nc::CloneTrust", "Trust it")), [&notices, &workspace, error, again] {
                if (const auto done = workspace.trustClone(error.subject); !done)
                    return notices.showError(done.error());
                notices.dismiss();
                again();
            }};
    });
    return true;
}

} // namespace nc
