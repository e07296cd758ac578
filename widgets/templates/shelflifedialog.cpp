#include "widgets/templates/shelflifedialog.h"

#include "connections/workspace.h"
#include "core/settings.h"
#include "core/settingstable.h"
#include "core/timetext.h"
#include "failures/facts/shelflives.h"
#include "widgets/shell/askgate.h"
#include "widgets/style/buttons.h"
#include "widgets/style/colors.h"
#include "widgets/style/language.h"
#include "widgets/style/metrics.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

enum Choice { Usual, Never, For };

} // namespace

ShelfLifeDialog* ShelfLifeDialog::ask(QWidget* parent, Workspace& workspace, const QString& key)
{
    auto* dialog = new ShelfLifeDialog(parent, workspace, key);
    dialog->open();
    return dialog;
}

ShelfLifeDialog::ShelfLifeDialog(QWidget* parent, Workspace& workspace, const QString& key)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_key(key)
    , m_choice(new QComboBox(this))
    , m_duration(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(u"shelfLifeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Shelf life of %1").arg(key));
    m_choice->setObjectName(u"shelfLifeChoice"_s);
    m_duration->setObjectName(u"shelfLifeDuration"_s);
    m_problem->setObjectName(u"shelfLifeProblem"_s);
    m_save->setObjectName(u"shelfLifeSave"_s);
    setButtonKind(m_save, ButtonKind::Primary);
    m_save->setDefault(true);
    m_choice->addItem(tr("as usual: one-time codes ten minutes, all others none"));
    m_choice->addItem(tr("never too late"));
    m_choice->addItem(tr("for"));
    m_duration->setPlaceholderText(tr("like 10m, 12h, 2d"));
    m_duration->setMinimumWidth(320);
    const ShelfLives lives(settings.get(settings::shelfLives));
    const auto& all = lives.all();
    const auto known = all.constFind(key);
    m_choice->setCurrentIndex(known == all.constEnd() ? Usual : *known ? For : Never);
    if (known != all.constEnd() && *known)
        m_duration->setText(durationText(**known));

    auto* what =
        new QLabel(tr("A code or a reminder that comes too late does harm. What is older than this is held when "
                      "it is sent again, unless somebody chooses it."),
            this);
    what->setWordWrap(true);
    what->setForegroundRole(QPalette::PlaceholderText);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* form = new QFormLayout;
    form->setSpacing(metrics::unit);
    form->addRow(tr("&Messages make sense"), m_choice);
    form->addRow(QString(), m_duration);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    column->setSpacing(metrics::unit);
    column->addWidget(what);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ShelfLifeDialog::save);
    connect(m_duration, &QLineEdit::textChanged, this, &ShelfLifeDialog::check);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        check();
        if (m_duration->isEnabled())
            m_duration->setFocus();
    });
    check();
}

void ShelfLifeDialog::check()
{
    const bool own = m_choice->currentIndex() == For;
    m_duration->setEnabled(own);
    const QString text = m_duration->text().trimmed();
    const auto parsed = parseDuration(text);
    // An empty line is no mistake yet.
    m_problem->setText(own && !text.isEmpty() && !parsed ? sentenceFor(parsed.error()).what : QString());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, colorsFor(palette()).error);
    m_problem->setPalette(colours);
    m_save->setEnabled(!own || parsed.has_value());
}

void ShelfLifeDialog::save()
{
    const int choice = m_choice->currentIndex();
    const auto life = choice == For ? std::optional(m_duration->text().trimmed()) : std::nullopt;
    const auto set = [&](const Pass&) { return ShelfLives::set(m_workspace.settings(), m_key, life, choice == Usual); };
    const QString words = choice == For ? *life : choice == Usual ? u"default"_s : u"none"_s;
    if (const auto done = m_workspace.gate().through(Operation::SetShelfLife, {m_key, words}, set); !done) {
        m_problem->setText(sentenceFor(done.error()).what);
        return;
    }
    Q_EMIT changed();
    accept();
}

} // namespace nc
