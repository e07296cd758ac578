#include "widgets/shell/topbar.h"

#include "connections/configfolder.h"
#include "connections/sandboxstate.h"
#include "widgets/shell/serverstatus.h"
#include "widgets/style/buttons.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tonelabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {

TopBar::TopBar(Workspace& workspace, const std::vector<ServerProbe>& probes, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_profile(new QPushButton(this))
    , m_profiles(new QMenu(this))
    , m_production(new ToneLabel(this))
    , m_readOnly(new ToneLabel(this))
    , m_palette(new QPushButton(this))
    , m_menuButton(new QPushButton(this))
{
    setObjectName(u"topBar"_s);
    setFixedHeight(metrics::barHeight);
    m_profile->setObjectName(u"profileButton"_s);
    m_profile->setIcon(icon(Icon::Profile));
    m_profile->setMenu(m_profiles);
    m_profile->setMinimumWidth(metrics::railWidth - 2 * metrics::unit);
    setTextLeft(m_profile);
    m_profiles->setObjectName(u"profileMenu"_s);
    m_production->setObjectName(u"productionBadge"_s);
    m_readOnly->setObjectName(u"readOnlyBadge"_s);
    m_palette->setObjectName(u"paletteButton"_s);
    m_palette->setIcon(icon(Icon::Command, Tint::Muted));
    m_menuButton->setObjectName(u"menuButton"_s);
    m_menuButton->setIcon(icon(Icon::Menu));
    setButtonKind(m_menuButton, ButtonKind::Plain);
    connect(m_profiles, &QMenu::aboutToShow, this, &TopBar::fillProfileMenu);
    connect(m_palette, &QPushButton::clicked, this, &TopBar::openPalette);
    connect(&workspace, &Workspace::profileChanged, this, &TopBar::describe);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::unit, 0, metrics::unit, 0);
    row->setSpacing(metrics::unit);
    row->addWidget(m_profile);
    row->addWidget(m_production);
    row->addWidget(m_readOnly);
    row->addStretch(1);
    for (const ServerProbe& probe : probes) {
        auto* status = new ServerStatus(probe, workspace, this);
        connect(status, &ServerStatus::tell, this, &TopBar::serverFails);
        row->addWidget(status);
        m_servers.push_back(status);
    }
    row->addSpacing(metrics::unit);
    row->addWidget(m_palette);
    row->addWidget(m_menuButton);
    describe();
}

void TopBar::setMenu(QMenu* menu)
{
    m_menuButton->setMenu(menu);
}

void TopBar::openProfileMenu()
{
    m_profile->showMenu();
}

bool TopBar::isProduction() const
{
    return m_workspace.hasProfile() && m_workspace.isProduction();
}

void TopBar::fillProfileMenu()
{
    m_profiles->clear();
    const QString current = m_workspace.profile().name;
    const auto add = [this, current](const Profile& profile) {
        const Icon drawing = profile.production ? Icon::Warning : profile.readOnly ? Icon::Lock : Icon::Profile;
        QAction* action = m_profiles->addAction(icon(drawing, profile.production ? Tint::Error : Tint::Text),
            profile.description.isEmpty() ? profile.name : tr("%1 — %2").arg(profile.name, profile.description));
        action->setObjectName(u"profile:"_s + profile.name);
        action->setCheckable(true);
        action->setChecked(profile.name == current);
        connect(action, &QAction::triggered, this, [this, name = profile.name] { Q_EMIT profileChosen(name); });
    };
    const auto profiles = m_workspace.profiles().list();
    bool named = false;
    for (const Profile& profile : profiles.value_or(QList<Profile>())) {
        add(profile);
        named = named || profile.name == current;
    }
    if (m_workspace.hasProfile() && !named)
        add(m_workspace.profile());
    if (const auto sandbox = runningSandbox(defaultSandboxFolder()); sandbox && sandbox->name != current)
        add(*sandbox);
    m_profiles->addSeparator();
    m_profiles->addAction(icon(Icon::Add), tr("Add a profile…"), this, &TopBar::addProfile)
        ->setObjectName(u"addProfileAction"_s);
    m_profiles->addAction(icon(Icon::Settings), tr("Profiles…"), this, &TopBar::manageProfiles)
        ->setObjectName(u"manageProfilesAction"_s);
#ifdef NC_HAS_SANDBOX
    m_profiles->addAction(icon(Icon::Sandbox), tr("Start the sandbox"), this, &TopBar::startSandbox)
        ->setObjectName(u"startSandboxAction"_s);
#endif
}

void TopBar::describe()
{
    const Profile& profile = m_workspace.profile();
    const QString name = m_workspace.hasProfile() ? profile.name : tr("No profile");
    m_profile->setText(name);
    m_profile->setAccessibleName(tr("Profile: %1").arg(name));
    m_profile->setToolTip(profile.description.isEmpty() ? tr("Switch profile") : profile.description);
    m_production->set(Tone::Error, tr("production"));
    m_production->setVisible(isProduction());
    m_readOnly->set(Tone::Neutral, tr("read-only"));
    m_readOnly->setVisible(m_workspace.hasProfile() && profile.readOnly);
    m_palette->setText(tr("Commands"));
    m_palette->setToolTip(tr("Commands") + u" (Ctrl+K)"_s);
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setToolTip(tr("Menu"));
    update();
}

void TopBar::paintEvent(QPaintEvent*)
{
    const Colors& c = colorsFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), isProduction() ? c.errorSoft : c.rail);
    if (isProduction())
        painter.fillRect(QRect(0, 0, width(), 3), c.dangerFill);
    painter.fillRect(QRect(0, height() - 1, width(), 1), isProduction() ? c.error : c.border);
}

void TopBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

} // namespace nc
