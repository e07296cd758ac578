#include "gui/application.h"

#include "connections/configfolder.h"
#include "connections/errors.h"
#include "connections/sandboxstate.h"
#include "core/settingstable.h"
#include "gui/pages.h"
#include "gui/probes.h"
#include "widgets/common/noticebar.h"
#include "widgets/connections/profilesdialog.h"
#include "widgets/overview/overviewpage.h"
#include "widgets/shell/askgate.h"
#include "widgets/style/icons.h"

#ifdef NC_HAS_SANDBOX
#include "sandbox/sandbox.h"
#endif

#include <algorithm>

using namespace Qt::StringLiterals;

static void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace nc::gui {

void initResources()
{
    initTranslations();
    QCoreApplication::setApplicationName(u"notification-console"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(NC_VERSION));
    QGuiApplication::setDesktopFileName(u"notification-console"_s);
}

static ThemeMode themeMode(const QString& name)
{
    return name == u"dark" ? ThemeMode::Dark : name == u"light" ? ThemeMode::Light : ThemeMode::System;
}

Application::Application(QApplication& app, const Options& options)
    : m_settings(options.configFolder)
    , m_theme(*new Theme(app))
    , m_workspace(options.configFolder, m_settings, m_tasks)
{
    const QString kept = m_settings.get(settings::language);
    m_language.setLanguage(options.language ? *options.language
            : kept == u"uk"                 ? Language::Ukrainian
            : kept == u"en"                 ? Language::English
                                            : LanguageSwitch::systemLanguage());
    m_theme.setMode(themeMode(m_settings.get(settings::theme)));
    const auto resolved = m_workspace.resolve(options.profile);
    m_window = std::make_unique<MainWindow>(WindowParts{m_workspace, m_settings, m_theme, m_language,
        allPages([this](Page* page) { pageMade(page); }), serverProbes(m_workspace)});
    connectWindow();
    // No profile at all is where everybody starts: the overview says what to do. A wrong name is an error.
    if (!resolved && !resolved.error().is(errors::noActiveProfile))
        m_window->notices()->showError(resolved.error());
    else if (m_settings.problem())
        m_window->notices()->showError(*m_settings.problem());
}

Application::~Application()
{
    m_tasks.stop();
    m_window.reset();
}

void Application::connectWindow()
{
    MainWindow* window = m_window.get();
    QObject::connect(window, &MainWindow::profileChosen, window, [this](const QString& name) { chooseProfile(name); });
    QObject::connect(window, &MainWindow::startSandbox, window, [this] { startSandbox(); });
    QObject::connect(window, &MainWindow::manageProfiles, window, [this] { manageProfiles(false); });
    QObject::connect(window, &MainWindow::addProfile, window, [this] { manageProfiles(true); });
}

void Application::pageMade(Page* page)
{
    if (auto* overview = qobject_cast<OverviewPage*>(page)) {
        QObject::connect(overview, &OverviewPage::startSandbox, overview, [this] { startSandbox(); });
        QObject::connect(overview, &OverviewPage::addProfile, overview, [this] { manageProfiles(true); });
        QObject::connect(overview, &OverviewPage::counted, overview, [this](PageId id, qint64 count, Tone tone) {
            if (m_window)
                m_window->setCount(id, count, tone);
        });
    }
}

void Application::manageProfiles(bool addOne)
{
    auto* dialog = ProfilesDialog::show(m_window.get(), m_workspace);
    QObject::connect(
        dialog, &ProfilesDialog::chosen, m_window.get(), [this](const QString& name) { chooseProfile(name); });
    if (addOne)
        dialog->addProfile();
}

void Application::chooseProfile(const QString& name)
{
    ProfileStore store = m_workspace.profiles();
    auto found = store.find(name);
    if (!found) {
        if (const auto sandbox = runningSandbox(defaultSandboxFolder()); sandbox && sandbox->name == name)
            found = *sandbox;
    }
    if (!found) {
        m_window->notices()->showError(found.error());
        return;
    }
    // Remembered for the next start and for the command line; the sandbox is found without that.
    const auto used = m_workspace.gateOf({name}).through(
        Operation::UseProfile, {name}, [&](const Pass& pass) { return store.use(name, pass); });
    if (!used && !used.error().is(errors::noProfile))
        m_window->notices()->showError(used.error());
    m_workspace.setProfile(*found);
}

void Application::startSandbox()
{
#ifdef NC_HAS_SANDBOX
    // One click more does not start it twice.
    const QList<TaskInfo> running = m_tasks.running();
    if (std::any_of(running.cbegin(), running.cend(), [](const TaskInfo& task) { return task.kind == u"sandbox-up"; }))
        return;
    auto started = m_tasks.start<Profile>(
        u"sandbox-up"_s, {}, [gate = m_workspace.gateOf({u"sandbox"_s})](TaskContext& task) -> Result<Profile> {
            Sandbox sandbox(defaultSandboxFolder());
            return gate.through(Operation::StartSandbox, {sandbox.folder()}, [&](const Pass& pass) -> Result<Profile> {
                auto status = sandbox.up({}, pass, task);
                if (!status)
                    return fail(status.error());
                return status->record.profile;
            });
        });
    started.future.then(m_window.get(), [this](const Result<Profile>& profile) {
        if (!profile) {
            m_window->notices()->showError(profile.error(), [this] { startSandbox(); });
            return;
        }
        Profile sandbox = *profile;
        if (sandbox.name.isEmpty())
            sandbox.name = u"sandbox"_s;
        m_workspace.setProfile(sandbox);
    });
#endif
}

} // namespace nc::gui
