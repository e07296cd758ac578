#include "widgets/table/savedfiltermenu.h"

#include "widgets/style/icons.h"
#include "widgets/style/language.h"

#include <QAction>
#include <QEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace nc {

SavedFilterMenu::SavedFilterMenu(
    QLineEdit* line, const QString& configFolder, std::function<QString()> profile, QWidget* parent)
    : QPushButton(parent)
    , m_line(line)
    , m_filters(configFolder)
    , m_profile(std::move(profile))
    , m_menu(new QMenu(this))
    , m_removing(new QMenu(m_menu))
{
    setObjectName(line->objectName() + u"Saved"_s);
    setIcon(nc::icon(Icon::Filter));
    m_menu->setObjectName(objectName() + u"Menu"_s);
    m_menu->setToolTipsVisible(true);
    m_removing->setObjectName(u"removeFilter"_s);
    m_removing->setIcon(nc::icon(Icon::Trash));
    m_removing->setToolTipsVisible(true);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &SavedFilterMenu::fill);
    retranslate();
}

void SavedFilterMenu::open()
{
    m_menu->popup(mapToGlobal(rect().bottomLeft()));
}

QString SavedFilterMenu::lineText() const
{
    return m_line->text().trimmed();
}

/// A name may hold what menus take for a mnemonic.
static QString menuText(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

void SavedFilterMenu::fill()
{
    m_menu->clear();
    const auto filters = m_filters.list(m_profile(), m_line->objectName());
    if (!filters)
        Q_EMIT failed(describe(filters.error(), currentLanguage()));
    const QList<SavedFilter> all = filters.value_or(QList<SavedFilter>());
    for (const SavedFilter& filter : all) {
        QAction* action =
            m_menu->addAction(menuText(filter.name), this, [this, text = filter.text] { Q_EMIT chosen(text); });
        action->setToolTip(filter.text);
    }
    if (all.isEmpty())
        m_menu->addAction(tr("No filter is saved yet"))->setEnabled(false);
    m_menu->addSeparator();
    QAction* save = m_menu->addAction(nc::icon(Icon::Save), tr("Save this filter…"), this, &SavedFilterMenu::askName);
    save->setObjectName(u"saveFilter"_s);
    save->setEnabled(!lineText().isEmpty() && filters.has_value());
    m_removing->clear();
    m_removing->setTitle(tr("Remove"));
    m_removing->setEnabled(!all.isEmpty());
    m_menu->addMenu(m_removing);
    for (const SavedFilter& filter : all)
        m_removing->addAction(menuText(filter.name), this, [this, filter] { remove(filter); })->setToolTip(filter.text);
}

void SavedFilterMenu::askName()
{
    auto* dialog = new QInputDialog(window());
    dialog->setObjectName(u"saveFilterDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this filter"));
    dialog->setLabelText(tr("Its name; a filter of the same name is replaced:"));
    dialog->setOkButtonText(tr("Save"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, text = lineText()](const QString& name) {
        if (!name.trimmed().isEmpty())
            told(m_filters.save(m_profile(), m_line->objectName(), {name.trimmed(), text}));
    });
    dialog->open();
}

void SavedFilterMenu::remove(const SavedFilter& filter)
{
    told(m_filters.remove(m_profile(), m_line->objectName(), filter.name));
    // Taken back by choosing it from what was typed before.
    Q_EMIT removed(filter.text);
}

void SavedFilterMenu::told(const Result<void>& done)
{
    if (!done)
        Q_EMIT failed(describe(done.error(), currentLanguage()));
}

void SavedFilterMenu::retranslate()
{
    setAccessibleName(tr("Saved filters"));
    setToolTip(tr("Saved filters") + u" (Ctrl+L)"_s);
}

void SavedFilterMenu::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nc
