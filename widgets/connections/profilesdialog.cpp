#include "widgets/connections/profilesdialog.h"

#include "core/deliver.h"
#include "core/taskrunner.h"
#include "profiletest/profiletest.h"
#include "secrets/secretstore.h"
#include "widgets/common/confirmdialog.h"
#include "widgets/common/noticebar.h"
#include "widgets/connections/profilechecktext.h"
#include "widgets/connections/profileform.h"
#include "widgets/style/buttons.h"
#include "widgets/style/icons.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tonelabel.h"
#include "widgets/table/celldelegate.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace nc {

static QPushButton* button(const QString& name, const QString& text, Icon drawing, QWidget* parent)
{
    auto* b = new QPushButton(icon(drawing), text, parent);
    b->setObjectName(name);
    b->setAutoDefault(false);
    return b;
}

ProfilesDialog* ProfilesDialog::show(QWidget* parent, Workspace& workspace)
{
    auto* dialog = new ProfilesDialog(parent, workspace);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

ProfilesDialog::ProfilesDialog(QWidget* parent, Workspace& workspace)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_list(new QListWidget(this))
    , m_form(new ProfileForm(this))
    , m_notices(new NoticeBar(this))
    , m_checks(new QWidget(this))
    , m_checkRows(new QVBoxLayout(m_checks))
{
    setObjectName(u"profilesDialog"_s);
    setWindowTitle(tr("Profiles"));
    resize(920, 680);
    m_list->setObjectName(u"profileList"_s);
    m_list->setAccessibleName(tr("Profiles"));
    m_list->setFixedWidth(220);
    m_list->setItemDelegate(new CellDelegate(this));
    m_none = new QLabel(tr("No profile is kept yet."), m_list->viewport());
    m_none->setObjectName(u"profileNone"_s);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    (new QVBoxLayout(m_list->viewport()))->addWidget(m_none);
    m_add = button(u"profileAddButton"_s, tr("Add"), Icon::Add, this);
    m_remove = button(u"profileRemoveButton"_s, tr("Remove…"), Icon::Trash, this);
    m_test = button(u"profileTestButton"_s, tr("Test"), Icon::Play, this);
    m_save = button(u"profileSaveButton"_s, tr("Save"), Icon::Save, this);
    m_use = button(u"profileUseButton"_s, tr("Work with it"), Icon::Check, this);
    auto* close = button(u"profileCloseButton"_s, tr("Close"), Icon::Close, this);
    close->setIcon({});
    m_save->setIcon(icon(Icon::Save, Tint::OnAccent));
    setButtonKind(m_save, ButtonKind::Primary);
    setButtonKind(m_remove, ButtonKind::Danger);
    m_remove->setIcon(icon(Icon::Trash, Tint::Error));
    m_checkRows->setContentsMargins(0, 0, 0, 0);
    m_checkRows->setSpacing(metrics::half);
    m_checks->setObjectName(u"profileChecks"_s);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    auto* leftButtons = new QHBoxLayout;
    leftButtons->addWidget(m_add);
    leftButtons->addStretch(1);
    leftButtons->addWidget(m_remove);
    auto* left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addLayout(leftButtons);
    auto* right = new QVBoxLayout;
    right->addWidget(m_notices);
    right->addWidget(scroll, 1);
    right->addWidget(m_checks);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(metrics::wide);
    middle->addLayout(left);
    middle->addLayout(right, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(close);
    bottom->addStretch(1);
    bottom->addWidget(m_test);
    bottom->addWidget(m_use);
    bottom->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(metrics::gap);
    column->addLayout(middle, 1);
    column->addLayout(bottom);

    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesDialog::showCurrent);
    connect(m_form, &ProfileForm::edited, this, [this] {
        m_edited = true;
        fillButtons();
    });
    connect(m_add, &QPushButton::clicked, this, &ProfilesDialog::addProfile);
    connect(m_remove, &QPushButton::clicked, this, &ProfilesDialog::remove);
    connect(m_test, &QPushButton::clicked, this, &ProfilesDialog::test);
    connect(m_save, &QPushButton::clicked, this, &ProfilesDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_use, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(m_form->profile().name);
        accept();
    });
    reload(workspace.profile().name);
}

void ProfilesDialog::reload(const QString& select)
{
    const auto profiles = m_workspace.profiles().list();
    if (!profiles)
        m_notices->showError(profiles.error(), [this, select] { reload(select); });
    m_profiles = profiles.value_or(QList<Profile>());
    m_list->clear();
    int row = 0;
    for (const Profile& profile : std::as_const(m_profiles)) {
        const Icon drawing = profile.production ? Icon::Warning : profile.readOnly ? Icon::Lock : Icon::Profile;
        new QListWidgetItem(icon(drawing, profile.production ? Tint::Error : Tint::Text), profile.name, m_list);
        if (profile.name == select)
            row = m_list->count() - 1;
    }
    m_none->setVisible(m_profiles.isEmpty());
    if (m_profiles.isEmpty())
        addProfile();
    else
        m_list->setCurrentRow(row);
    fillButtons();
}

void ProfilesDialog::showCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_profiles.size())
        return;
    m_isNew = false;
    m_edited = false;
    clearChecks();
    m_form->setProfile(m_profiles[row], false);
    fillButtons();
}

void ProfilesDialog::addProfile()
{
    m_list->setCurrentRow(-1);
    m_isNew = true;
    m_edited = false;
    clearChecks();
    m_form->setProfile({}, true);
    m_form->focusName();
    fillButtons();
}

void ProfilesDialog::fillButtons()
{
    const bool named = !m_form->profile().name.isEmpty();
    m_remove->setEnabled(!m_isNew && m_list->currentRow() >= 0);
    m_save->setEnabled(m_edited && named);
    m_use->setEnabled(!m_isNew && !m_edited && named && m_form->profile().name != m_workspace.profile().name);
}

void ProfilesDialog::clearChecks()
{
    while (QLayoutItem* item = m_checkRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void ProfilesDialog::test()
{
    clearChecks();
    m_test->setEnabled(false);
    const Profile profile = m_form->profile();
    auto started = m_workspace.tasks().start<QList<ProfileCheck>>(u"test-connection"_s, profile.name,
        [profile, typed = m_form->secrets(), folder = m_workspace.configFolder()](
            TaskContext& task) { return testProfile(profile, typedOrKept(typed, profile, folder, task), task); });
    deliver(started.future, this, [this](const Result<QList<ProfileCheck>>& checks) {
        m_test->setEnabled(true);
        if (checks)
            showChecks(*checks);
    });
}

void ProfilesDialog::showChecks(const QList<ProfileCheck>& checks)
{
    clearChecks();
    if (checks.isEmpty())
        m_notices->show({Tone::Neutral, tr("This profile names nothing that could be asked."), {}, {}});
    for (const ProfileCheck& check : checks) {
        auto* row = new QWidget(m_checks);
        auto* state = new ToneLabel(row);
        state->set(check.ok() ? Tone::Ok : Tone::Error, profilechecktext::name(check));
        auto* words = new QLabel(profilechecktext::words(check), row);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        const QString stages = profilechecktext::stages(check);
        words->setToolTip((stages.isEmpty() && check.error ? check.error->detail : stages)
                              .toHtmlEscaped()
                              .replace(u'\n', u"<br/>"_s));
        auto* box = new QHBoxLayout(row);
        box->setContentsMargins(0, 0, 0, 0);
        box->addWidget(state, 0, Qt::AlignTop);
        box->addWidget(words, 1);
        m_checkRows->addWidget(row);
    }
}

void ProfilesDialog::save()
{
    const Profile profile = m_form->profile();
    ProfileStore store = m_workspace.profiles();
    const auto written = m_isNew ? store.add(profile) : store.replace(profile);
    if (!written) {
        m_notices->showError(written.error());
        return;
    }
    const ProfileSecrets secrets = m_form->secrets();
    if (secrets == ProfileSecrets())
        saved(profile);
    else
        keepSecrets(profile, secrets);
}

void ProfilesDialog::keepSecrets(const Profile& profile, const ProfileSecrets& secrets)
{
    m_save->setEnabled(false);
    auto started = m_workspace.tasks().start<bool>(
        u"secrets"_s, profile.name,
        [name = profile.name, secrets, folder = m_workspace.configFolder()](TaskContext& task) -> Result<bool> {
            const auto store = openSecretStore(folder);
            const auto kept = saveSecrets(*store, name, secrets, task);
            if (!kept)
                return fail(kept.error());
            return true;
        },
        false);
    deliver(started.future, this, [this, profile](const Result<bool>& kept) {
        if (!kept) {
            m_notices->showError(kept.error());
            fillButtons();
            return;
        }
        saved(profile);
    });
}

void ProfilesDialog::saved(const Profile& profile)
{
    m_notices->show({Tone::Ok, tr("“%1” is saved.").arg(profile.name), {}, {}});
    if (profile.name == m_workspace.profile().name) {
        m_workspace.setProfile(profile);
        m_workspace.reconnect();
    }
    reload(profile.name);
}

void ProfilesDialog::remove()
{
    const QString name = m_form->profile().name;
    Confirmation confirmation;
    confirmation.title = tr("Remove the profile “%1”?").arg(name);
    confirmation.text = tr("Its passwords are removed from the keychain, too. The servers and clones stay as they are. "
                           "This cannot be undone.");
    confirmation.actionText = tr("Remove “%1”").arg(name);
    confirmation.destroys = true;
    ConfirmDialog::ask(this, confirmation, [this, name] {
        const auto removed = m_workspace.profiles().remove(name);
        if (!removed) {
            m_notices->showError(removed.error());
            return;
        }
        m_workspace.tasks().start<bool>(
            u"secrets"_s, name,
            [name, folder = m_workspace.configFolder()](TaskContext& task) -> Result<bool> {
                const auto store = openSecretStore(folder);
                return removeSecrets(*store, name, task).has_value();
            },
            false);
        reload({});
    });
}

} // namespace nc
