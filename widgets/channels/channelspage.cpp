#include "widgets/channels/channelspage.h"

#include "channels/channelsecrets.h"
#include "channels/clusterresources.h"
#include "git/errors.h"
#include "git/gitrepo.h"
#include "templates/source/regulation.h"
#include "widgets/channels/connectionpanel.h"
#include "widgets/channels/diiaform.h"
#include "widgets/channels/emailform.h"
#include "widgets/channels/fieldproblems.h"
#include "widgets/channels/problemlist.h"
#include "widgets/channels/yamlview.h"
#include "widgets/common/detailsplitter.h"
#include "widgets/common/stateview.h"
#include "widgets/shell/clonetrust.h"
#include "widgets/shell/commitflow.h"
#include "widgets/style/metrics.h"
#include "widgets/text/diffview.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace nc {

ChannelsPage::ChannelsPage(Workspace& workspace, QWidget* parent)
    : Page(PageId::Channels, workspace, parent)
    , m_session(new ChannelSession(this))
    , m_commitFlow(new CommitFlow(*this, *notices(), workspace))
{
    build();
    m_save = addPageAction(
        u"channelsSave"_s, QT_TR_NOOP("Review and save…"), icon(Icon::Save, Tint::OnAccent), QKeySequence::Save);
    m_undo = addPageAction(u"channelsUndo"_s, QT_TR_NOOP("Undo"), icon(Icon::Undo), QKeySequence::Undo);
    m_redo = addPageAction(u"channelsRedo"_s, QT_TR_NOOP("Redo"), icon(Icon::Replay), QKeySequence::Redo);
    m_revert = addPageAction(u"channelsRevert"_s, QT_TR_NOOP("Back to the file"), icon(Icon::History));
    m_commit = addPageAction(u"channelsCommit"_s, QT_TR_NOOP("Commit…"), icon(Icon::Branch));
    m_test = addPageAction(u"channelsTest"_s, QT_TR_NOOP("Test connection"), icon(Icon::Play));
    header()->addAction(m_undo);
    header()->addAction(m_test);
    header()->addAction(m_commit);
    header()->setPrimaryAction(m_save);
    header()->addMenuAction(m_redo);
    header()->addMenuAction(m_revert);
    connect(m_save, &QAction::triggered, this, &ChannelsPage::reviewAndSave);
    connect(m_undo, &QAction::triggered, m_session, &ChannelSession::undo);
    connect(m_redo, &QAction::triggered, m_session, &ChannelSession::redo);
    connect(m_revert, &QAction::triggered, m_session, &ChannelSession::revert);
    connect(m_commit, &QAction::triggered, this, &ChannelsPage::askCommit);
    connect(m_commitFlow, &CommitFlow::busy, this, [this](bool busy) {
        m_busy = busy;
        showState();
    });
    connect(m_commitFlow, &CommitFlow::done, this, [this] {
        this->workspace().announceChange(u"activity"_s);
        refresh();
    });
    connect(m_session, &ChannelSession::changed, this, &ChannelsPage::present);
    connect(m_session, &ChannelSession::fileTouched, this, &ChannelsPage::checkDisk);
    connect(m_email, &EmailForm::edited, this, &ChannelsPage::edited);
    connect(m_diia, &DiiaForm::edited, this, &ChannelsPage::edited);
    connect(m_email, &EmailForm::movePassword, this, [this] {
        ChannelForm form = m_session->form();
        form.movePassword = true;
        change(form, u"movePassword"_s);
    });
    connect(m_diia, &DiiaForm::moveToken, this, [this] {
        ChannelForm form = m_session->form();
        form.moveToken = true;
        change(form, u"moveToken"_s);
    });
    connect(m_test, &QAction::triggered, this, [this] {
        m_tabs->setCurrentWidget(m_connection);
        m_connection->setFocus();
    });
    connect(m_connection, &ConnectionPanel::testEmail, this, [this] { testEmail({}); });
    connect(m_connection, &ConnectionPanel::sendLetter, this, [this] { testEmail(m_connection->recipient()); });
    connect(m_connection, &ConnectionPanel::testDiia, this, &ChannelsPage::testDiia);
    connect(m_list, &ProblemList::chosen, this, [this](int line, int column) {
        m_tabs->setCurrentWidget(m_yaml);
        m_yaml->goTo(line, column);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget*, const QWidget* now) {
        if (now && isAncestorOf(now) && m_tabs->currentWidget() == m_yaml)
            reveal(now->objectName());
    });
    retranslate();
}

void ChannelsPage::build()
{
    auto* form = new QWidget;
    m_email = new EmailForm(form);
    m_diia = new DiiaForm(form);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, metrics::gap, 0);
    column->setSpacing(metrics::wide);
    column->addWidget(m_email);
    column->addWidget(m_diia);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"channelsForm"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(form);

    m_tabs = new QTabWidget;
    m_tabs->setObjectName(u"channelsTabs"_s);
    m_tabs->setDocumentMode(true);
    m_yaml = new YamlView;
    m_yaml->setObjectName(u"channelsYaml"_s);
    m_diff = new DiffView;
    m_diff->setObjectName(u"channelsDiff"_s);
    m_cluster = new DiffView;
    m_cluster->setObjectName(u"channelsCluster"_s);
    m_tabs->addTab(m_yaml, {});
    m_tabs->addTab(m_diff, {});
    m_clusterYaml = new YamlView;
    m_clusterYaml->setObjectName(u"channelsClusterYaml"_s);
    m_clusterViews = new QStackedWidget;
    m_clusterViews->addWidget(m_clusterYaml);
    m_clusterViews->addWidget(m_cluster);
    m_tabs->addTab(m_clusterViews, {});
    m_list = new ProblemList;
    m_list->setObjectName(u"channelsProblems"_s);
    m_tabs->addTab(m_list, {});
    m_connection = new ConnectionPanel;
    m_connection->setObjectName(u"channelsConnection"_s);
    m_tabs->addTab(m_connection, {});

    auto* splitter = new DetailSplitter(u"channelsSplitter"_s, scroll, m_tabs);
    splitter->setDetailShare(0.6);
    // A form under which the YAML stands would be three lines high.
    splitter->setBesideFrom(720);
    m_state = new StateView(splitter, this);
    body()->addWidget(m_state, 1);
}

Result<ChannelsPage::Loaded> ChannelsPage::read(
    const QString& folder, const QString& regulation, const TaskContext& task)
{
    auto file = ValuesFile::load(folder);
    if (!file)
        return fail(file.error());
    Loaded loaded{std::move(*file), {}, {}, {}, {}};
    if (const auto scanned = regulation.isEmpty() ? Result<Regulation>() : scanRegulation(regulation)) {
        for (const TemplateDirectory& directory : scanned->templates)
            loaded.templates += directory.key;
    }
    const GitRepo repo(loaded.file.path());
    // A folder that is no clone can be edited all the same; only commit is not offered.
    if (auto state = repo.state(task)) {
        const QString path = QDir(state->folder).relativeFilePath(QFileInfo(loaded.file.path()).canonicalFilePath());
        if (const auto committed = repo.committed(path, task); committed && *committed)
            loaded.committed = **committed;
        loaded.git = std::move(*state);
    } else if (!state.error().is(errors::notARepository)) {
        loaded.gitError = state.error();
    }
    return loaded;
}

void ChannelsPage::refresh()
{
    const QString folder = workspace().profile().registry;
    if (folder != m_folder) {
        m_email->forgetPassword();
        m_diia->forgetToken();
        m_session->clear();
    }
    m_folder = folder;
    const bool vault = !workspace().profile().vault.url.isEmpty();
    m_email->setVault(vault);
    m_diia->setVault(vault);
    if (!workspace().hasProfile() || folder.isEmpty()) {
        showNoRegistry();
        return showState();
    }
    if (!m_session->hasFile())
        m_state->showLoading(tr("Reading the channels' settings"));
    load(
        u"channels"_s, folder,
        [folder, regulation = workspace().profile().regulation](
            TaskContext& task) { return read(folder, regulation, task); },
        [this](const Result<Loaded>& result) { loaded(result); });
}

void ChannelsPage::showNoRegistry()
{
    if (workspace().hasProfile())
        m_state->showNotInProfile(
            Icon::Channels, [] { return tr("This profile names no clone of the registry's configuration."); });
    else
        m_state->showNoProfile(Icon::Channels);
}

void ChannelsPage::loaded(const Result<Loaded>& result)
{
    if (!result) {
        if (m_session->hasFile())
            notices()->showError(result.error(), [this] { refresh(); });
        else
            m_state->showFailed(result.error(), [this] { refresh(); });
        return;
    }
    m_git = result->git;
    if (result->gitError && !askTrust(*notices(), workspace(), *result->gitError, [this] { refresh(); }))
        notices()->showError(*result->gitError, [this] { refresh(); });
    m_committed = result->committed;
    m_connection->setTemplates(result->templates);
    const bool other = !m_session->hasFile() || m_session->file().bytes() != result->file.bytes();
    m_state->showContent();
    if (!other)
        return showState();
    if (m_session->hasFile() && m_session->isChanged()) {
        showState();
        // Nothing that was typed is thrown away unasked; saving over the other edit is refused anyway.
        return notices()->show([this, file = result->file] {
            return Notice{Tone::Warning, tr("values.yaml was changed by somebody else meanwhile."),
                tr("Load it, drop my change"), [this, file] {
                    notices()->dismiss();
                    m_session->adopt(file);
                }};
        });
    }
    const bool first = !m_session->hasFile();
    m_session->adopt(result->file);
    if (first)
        reveal(u"emailHost"_s);
    if (!m_target.isEmpty())
        open(std::exchange(m_target, {}));
}

/// Fields of the form and the keys that they stand for.
static const QMap<QString, QString>& keysOfFields()
{
    static const QMap<QString, QString> keys{{u"emailHost"_s, u"global.notifications.email.host"_s},
        {u"emailPort"_s, u"global.notifications.email.port"_s},
        {u"emailAddress"_s, u"global.notifications.email.address"_s},
        {u"emailVaultPath"_s, u"global.notifications.email.vaultPath"_s},
        {u"diiaUrl"_s, u"external-systems.diia.url"_s}, {u"diiaSecret"_s, u"external-systems.diia.auth.secret"_s}};
    return keys;
}

void ChannelsPage::reveal(const QString& field)
{
    const QString key = keysOfFields().value(field);
    if (key.isEmpty() || !m_session->draft())
        return;
    // Where the key is not there yet, its neighbours are.
    for (QStringList path = key.split(u'.'); !path.isEmpty(); path.removeLast()) {
        if (const YamlNode* node = m_session->draft()->find(path))
            return m_yaml->reveal(node->line);
    }
}

void ChannelsPage::checkDisk()
{
    if (m_session->hasFile() && !m_busy)
        refresh();
}

void ChannelsPage::activated()
{
    if (m_session->hasFile())
        refresh();
}

void ChannelsPage::edited(const QString& field)
{
    ChannelForm form = m_session->form();
    m_email->read(form);
    m_diia->read(form);
    change(form, field);
}

void ChannelsPage::change(ChannelForm form, const QString& field)
{
    const ChannelForm& before = m_session->form();
    const VaultConnection& vault = workspace().profile().vault;
    if (!vault.url.isEmpty() && m_session->draft()) {
        const QString registry = channelsecrets::registryName(*m_session->draft(), m_folder);
        const ChannelSettings file = m_session->file().settings();
        QDateTime now = QDateTime::currentDateTimeUtc();
        // Twice within a second would be the same place.
        if (const QString last = file.email.vaultPath + u' ' + file.diia.secret;
            last.contains(newMailPlace(vault.mount, registry, now).path)
            || last.contains(newDiiaPlace(vault.mount, registry, now).path))
            now = now.addSecs(1);
        const auto secret = [](const ChannelForm& f) { return f.newPassword || f.movePassword; };
        if (secret(form) && !secret(before))
            form.vaultPath = newMailPlace(vault.mount, registry, now).path;
        else if (!secret(form) && secret(before))
            form.vaultPath = file.email.vaultPath;
        const auto token = [](const ChannelForm& f) { return f.newToken || f.moveToken; };
        if (token(form) && !token(before))
            form.diiaSecret = newDiiaPlace(vault.mount, registry, now).path;
        else if (!token(form) && token(before))
            form.diiaSecret = file.diia.secret.section(u':', 1);
    }
    m_session->edit(form, field);
}

void ChannelsPage::present()
{
    if (!m_session->hasFile())
        return showState();
    m_email->present(*m_session);
    m_diia->present(*m_session);
    const bool readable = m_session->draft() != nullptr;
    m_email->setEnabled(readable && !workspace().isReadOnly());
    m_diia->setEnabled(readable && !workspace().isReadOnly());

    m_yaml->setYaml(m_session->shownDraft());
    m_yaml->setChangedLines(m_session->changedLines(), m_session->removedBefore());
    QList<CodeProblem> marks;
    for (const ChannelProblem& problem : m_session->problems()) {
        if (problem.severity != ChannelProblem::Severity::Info)
            marks.append({problem.line, problem.column, 0, toneOf(problem.severity), sentenceFor(problem.error).what});
    }
    m_yaml->setProblems(marks);
    m_diff->setTexts(m_session->shownFile(), m_session->shownDraft());
    const auto cluster = [](const ChannelSettings& settings) {
        QStringList parts;
        for (const ClusterResource& resource : clusterResources(settings))
            parts += resource.yaml;
        return parts.join(u"---\n"_s).toUtf8();
    };
    const QByteArray now = cluster(m_session->file().settings());
    const QByteArray then = cluster(m_session->draftSettings());
    m_cluster->setTexts(now, then, -1);
    m_clusterYaml->setYaml(then);
    m_clusterViews->setCurrentIndex(now == then && !then.isEmpty() ? 0 : 1);
    m_list->present(m_session->problems());
    m_tabs->setTabText(
        3, m_session->problems().isEmpty() ? tr("Problems") : tr("Problems (%1)").arg(m_session->problems().size()));
    m_connection->present(*m_session);
    if (m_session->refusal())
        notices()->showError(*m_session->refusal());
    else if (m_session->file().error())
        notices()->showError(*m_session->file().error(), [this] { refresh(); });
    showState();
}

void ChannelsPage::showState()
{
    const bool there = m_session->hasFile();
    const bool writable = !workspace().isReadOnly();
    m_save->setEnabled(there && writable && !m_busy && m_session->canSave());
    m_test->setEnabled(there);
    m_connection->setBusy(m_busy);
    m_undo->setEnabled(there && m_session->canUndo());
    m_redo->setEnabled(there && m_session->canRedo());
    m_revert->setEnabled(there && m_session->isChanged());
    // What cannot be read is not known, and not committed.
    const bool dirty = there && m_git && m_session->draft() && m_session->file().bytes() != m_committed;
    const bool waiting = m_git && m_git->ahead > 0;
    m_commit->setEnabled(writable && !m_busy && !(there && m_session->isChanged()) && (dirty || waiting));
    if (!there)
        return header()->setStateLine({});
    const auto& problems = m_session->problems();
    const auto wrong = std::count_if(problems.cbegin(), problems.cend(),
        [](const ChannelProblem& p) { return p.severity != ChannelProblem::Severity::Info; });
    if (m_session->isChanged())
        return header()->setStateLine(
            m_session->fieldErrors().isEmpty() ? tr("Not saved yet") : tr("Not complete yet"), Tone::Warning);
    if (wrong > 0)
        return header()->setStateLine(tr("%n problem(s)", nullptr, static_cast<int>(wrong)), Tone::Warning);
    QStringList parts{m_session->file().path()};
    if (m_git) {
        parts += tr("branch %1").arg(m_git->branch);
        if (dirty)
            parts += tr("not committed");
        if (m_git->ahead > 0)
            parts += tr("%n commit(s) not pushed", nullptr, m_git->ahead);
        if (m_git->behind > 0)
            parts += tr("%n commit(s) behind", nullptr, m_git->behind);
    }
    header()->setStateLine(parts.join(u" · "_s));
}

void ChannelsPage::open(const QVariantMap& target)
{
    static const QMap<QString, QString> channels{{u"email"_s, u"emailHost"_s}, {u"diia"_s, u"diiaUrl"_s}};
    const QString field = target.contains(u"key"_s) ? keysOfFields().key(target.value(u"key"_s).toString())
                                                    : channels.value(target.value(u"channel"_s).toString());
    // Asked for before the file was read: a field that is not in sight takes no focus.
    if (m_state->state() != StateView::State::Content)
        m_target = target;
    else if (auto* edit = findChild<QLineEdit*>(field))
        edit->setFocus();
}

bool ChannelsPage::mayClose()
{
    if (!m_session->isChanged())
        return true;
    notices()->show([this] {
        return Notice{Tone::Warning, tr("What you have changed is not saved."), tr("Drop it"), [this] {
                          m_session->revert();
                          notices()->dismiss();
                      }};
    });
    return false;
}

void ChannelsPage::retranslate()
{
    Page::retranslate();
    m_tabs->setTabText(0, tr("values.yaml"));
    m_tabs->setTabText(1, tr("Difference"));
    m_tabs->setTabText(2, tr("On the cluster"));
    m_tabs->setTabText(4, tr("Connection"));
    m_tabs->setAccessibleName(tr("Views of the settings"));
    m_yaml->setAccessibleName(tr("values.yaml"));
    m_diff->setAccessibleName(tr("Difference"));
    m_diff->setTitles(tr("In the file"), tr("After saving"));
    m_diff->setSameText(tr("Nothing has been changed."));
    m_cluster->setAccessibleName(tr("On the cluster"));
    m_clusterYaml->setAccessibleName(tr("On the cluster"));
    m_cluster->setSameText(tr("These settings put nothing on the cluster."));
    m_cluster->setTitles(tr("Now"), tr("After this change"));
    m_state->setLoadingText(tr("Reading the channels' settings"));
    present();
}

} // namespace nc
