#include "widgets/templates/templatetreeview.h"

#include "core/itemroles.h"
#include "widgets/common/statewords.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/table/celldelegate.h"
#include "widgets/table/columnpresenter.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>

using namespace Qt::StringLiterals;

namespace nc {

/// Words and icons for what the model says in roles.
class TemplateTreeView::Presenter : public QSortFilterProxyModel {
    // Without Q_OBJECT of its own: the words are those of the view.
    Q_DECLARE_TR_FUNCTIONS(nc::TemplateTreeView)

public:
    explicit Presenter(TemplateTreeView& view)
        : m_view(view)
    {
        setRecursiveFilteringEnabled(true);
        setFilterCaseSensitivity(Qt::CaseInsensitive);
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        const QModelIndex source = mapToSource(index);
        const bool channel = !source.parent().isValid();
        if (role == presenterroles::kind) {
            const bool tone =
                source.column() == 0 && !channel && source.data(roles::Tone).toInt() != int(Tone::Neutral);
            return int(tone ? ColumnKind::State : ColumnKind::Text);
        }
        if (role == Qt::ForegroundRole && (source.column() == 1 || source.data(TemplateTree::IsGone).toBool()))
            return colorsFor(m_view.palette()).muted;
        if (role == Qt::DecorationRole && channel && source.column() == 0)
            return icon(channelIcon(source.data().toString()), Tint::Muted);
        if (role == Qt::ToolTipRole)
            return tooltip(source);
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return QSortFilterProxyModel::data(index, role);
        if (source.column() == 1) {
            // How it stands to the last commit, then to the database; what is as it was needs no word.
            const QString state = source.data(roles::State).toString();
            QStringList words;
            if (const QString change = changeMark(source); !change.isEmpty())
                words += change;
            // In a narrow tree the names need the room: the word is in the tip, and what reads the screen gets it.
            if (state != u"unchanged" && !state.isEmpty())
                words += m_view.m_narrow && role == Qt::DisplayRole ? u"↑"_s : stateWord(state);
            return words.join(m_view.m_narrow ? u" "_s : u"  "_s);
        }
        return channel ? channelWord(source.data().toString()) : source.data();
    }

    void retitle()
    {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 1));
    }

private:
    static Icon channelIcon(const QString& channel)
    {
        return channel == u"email" ? Icon::Mail : channel == u"inbox" ? Icon::Inbox : Icon::Phone;
    }
    static QString channelWord(const QString& channel)
    {
        return channel == u"email" ? TemplateTreeView::tr("Email")
            : channel == u"inbox"  ? TemplateTreeView::tr("Inbox")
                                   : TemplateTreeView::tr("Diia");
    }
    /// The letters that git itself uses.
    static QString changeMark(const QModelIndex& source)
    {
        const QVariant change = source.siblingAtColumn(0).data(TemplateTree::Change);
        if (!change.isValid())
            return {};
        switch (static_cast<GitChange>(change.toInt())) {
        case GitChange::Added:
            return u"A"_s;
        case GitChange::Modified:
            return u"M"_s;
        case GitChange::Deleted:
            return u"D"_s;
        }
        return {};
    }
    static QString changeWord(const QModelIndex& source)
    {
        const QVariant change = source.siblingAtColumn(0).data(TemplateTree::Change);
        if (!change.isValid())
            return {};
        switch (static_cast<GitChange>(change.toInt())) {
        case GitChange::Added:
            return TemplateTreeView::tr("A: new since the last commit");
        case GitChange::Modified:
            return TemplateTreeView::tr("M: changed since the last commit");
        case GitChange::Deleted:
            return TemplateTreeView::tr("D: deleted since the last commit");
        }
        return {};
    }
    static QString tooltip(const QModelIndex& source)
    {
        const int errors = source.data(TemplateTree::Errors).toInt();
        const int warnings = source.data(TemplateTree::Warnings).toInt();
        QStringList parts;
        if (errors > 0)
            parts += TemplateTreeView::tr("Errors: %1").arg(errors);
        if (warnings > 0)
            parts += TemplateTreeView::tr("Warnings: %1").arg(warnings);
        QString text = source.siblingAtColumn(0).data().toString();
        if (!parts.isEmpty())
            text += u'\n' + parts.join(u", "_s);
        if (const QString change = changeWord(source); !change.isEmpty())
            text += u'\n' + change;
        const QString state = source.siblingAtColumn(1).data(roles::State).toString();
        if (state != u"unchanged" && !state.isEmpty())
            text += u'\n' + TemplateTreeView::tr("In the database: %1").arg(stateWord(state));
        return text;
    }

    TemplateTreeView& m_view;
};

TemplateTreeView::TemplateTreeView(TemplateTree& tree, QWidget* parent)
    : QTreeView(parent)
    , m_tree(tree)
    , m_presenter(std::make_unique<Presenter>(*this))
{
    setObjectName(u"templateTree"_s);
    m_presenter->setSourceModel(&tree);
    setModel(m_presenter.get());
    setItemDelegate(new CellDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(NoFrame);
    setRootIsDecorated(true);
    setIndentation(metrics::gap);
    setEditTriggers(NoEditTriggers);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    connect(m_presenter.get(), &QAbstractItemModel::modelReset, this, [this] {
        expandAll();
        spanChannels();
        // The same rows, read anew: what was chosen stays chosen, and nobody need open it again.
        m_restoring = true;
        select(m_lastKey);
        m_restoring = false;
    });
    retranslate();
}

TemplateTreeView::~TemplateTreeView()
{
    setModel(nullptr);
}

void TemplateTreeView::retranslate()
{
    setAccessibleName(tr("Templates by channel"));
    m_presenter->retitle();
}

void TemplateTreeView::setFilter(const QString& text)
{
    m_presenter->setFilterFixedString(text);
    expandAll();
    spanChannels();
}

void TemplateTreeView::spanChannels()
{
    for (int row = 0; row < m_presenter->rowCount(); ++row)
        setFirstColumnSpanned(row, {}, true);
}

void TemplateTreeView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    constexpr int roomForWords = 240;
    const bool narrow = viewport()->width() < roomForWords;
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    // Setting the mode is what makes the header measure its column anew.
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    viewport()->update();
}

void TemplateTreeView::select(const QString& key)
{
    const QModelIndex index = m_presenter->mapFromSource(m_tree.indexOf(key));
    if (index.isValid() && index != currentIndex())
        setCurrentIndex(index);
}

QString TemplateTreeView::currentKey() const
{
    return currentIndex().data(TemplateTree::Key).toString();
}

void TemplateTreeView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    const QString key = current.data(TemplateTree::Key).toString();
    if (key.isEmpty() || m_restoring)
        return;
    m_lastKey = key;
    if (current.siblingAtColumn(0).data(TemplateTree::IsGone).toBool())
        Q_EMIT goneChosen(key);
    else
        Q_EMIT chosen(key);
}

void TemplateTreeView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuAsked(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

} // namespace nc
