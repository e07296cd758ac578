#include "widgets/failures/trace/tracetree.h"

#include "core/itemroles.h"
#include "failures/trace/tracemodel.h"
#include "kafka/records/masking.h"
#include "widgets/common/statewords.h"
#include "widgets/common/timewords.h"
#include "widgets/failures/trace/tracewords.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/table/celldelegate.h"
#include "widgets/table/column.h"
#include "widgets/table/columnpresenter.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace nc {

class TraceTree::Presenter : public QIdentityProxyModel {
    Q_DECLARE_TR_FUNCTIONS(nc::TraceTree)

public:
    explicit Presenter(TraceTree& view)
        : m_view(view)
    {
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        const QModelIndex source = mapToSource(index);
        const int level = source.data(TraceModel::Level).toInt();
        switch (role) {
        case presenterroles::kind:
            return int(source.column() == TraceModel::State && level < 2 ? ColumnKind::State
                    : source.column() == TraceModel::Place               ? ColumnKind::Code
                                                                         : ColumnKind::Text);
        case Qt::DecorationRole:
            return source.column() == TraceModel::What ? decoration(source, level) : QVariant();
        case Qt::ForegroundRole:
            if (source.data(TraceModel::Stage).toString() == u"missing")
                return colorsFor(m_view.palette()).muted;
            return {};
        case Qt::FontRole: {
            if (level > 0)
                return {};
            QFont font = m_view.font();
            font.setWeight(QFont::DemiBold);
            return font;
        }
        case Qt::ToolTipRole:
            return source.column() == TraceModel::When ? QVariant(exactTime(source.data().toLongLong())) : QVariant();
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return text(source, level);
        default:
            return QIdentityProxyModel::data(index, role);
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return QIdentityProxyModel::headerData(section, orientation, role);
        switch (section) {
        case TraceModel::What:
            return tr("Notification");
        case TraceModel::When:
            return tr("When");
        case TraceModel::State:
            return tr("Outcome");
        case TraceModel::Place:
            return tr("Place");
        default:
            return tr("What happened");
        }
    }

    void retitle()
    {
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, TraceModel::ColumnCount - 1);
        Q_EMIT layoutChanged();
    }

private:
    QString text(const QModelIndex& source, int level) const
    {
        const QString plain = source.data().toString();
        switch (source.column()) {
        case TraceModel::What:
            if (level == 0)
                return plain.isEmpty() ? tr("Template not known") : plain;
            return level == 1 ? channelWord(plain) : stageWord(plain);
        case TraceModel::When:
            return source.data().toLongLong() <= 0
                ? QString()
                : relativeTime(source.data().toLongLong(), QDateTime::currentMSecsSinceEpoch());
        case TraceModel::State:
            if (level == 1 && source.data(TraceModel::Deliveries).toInt() > 1)
                return tr("delivered %n time(s)", nullptr, source.data(TraceModel::Deliveries).toInt());
            // A step says it in its words.
            return level < 2 ? outcomeWord(plain) : QString();
        case TraceModel::Words:
            return m_view.shown(plain);
        default:
            return plain;
        }
    }
    static QVariant decoration(const QModelIndex& source, int level)
    {
        const auto tone = static_cast<Tone>(source.data(roles::Tone).toInt());
        if (level == 0)
            return icon(Icon::Send, Tint::Muted);
        if (level == 1) {
            const QString channel = source.data(TraceModel::Channel).toString();
            return icon(channel == u"email" ? Icon::Mail
                    : channel == u"inbox"   ? Icon::Inbox
                    : channel == u"diia"    ? Icon::Phone
                                            : Icon::Topics,
                Tint::Muted);
        }
        return source.data(TraceModel::Stage).toString() == u"missing" ? icon(Icon::Hourglass, Tint::Muted)
                                                                       : icon(toneIcon(tone), toneTint(tone));
    }

    TraceTree& m_view;
};

TraceTree::TraceTree(TraceModel& model, QWidget* parent)
    : QTreeView(parent)
    , m_trace(model)
    , m_presenter(std::make_unique<Presenter>(*this))
{
    setObjectName(u"traceTree"_s);
    m_presenter->setSourceModel(&model);
    setModel(m_presenter.get());
    setItemDelegate(new CellDelegate(this));
    setUniformRowHeights(true);
    setFrameShape(NoFrame);
    setAlternatingRowColors(true);
    setIndentation(metrics::gap);
    setEditTriggers(NoEditTriggers);
    setAllColumnsShowFocus(true);
    header()->setStretchLastSection(false);
    header()->setFixedHeight(metrics::controlHeight);
    header()->setSectionsMovable(false);
    // The words are what is read: they take what is left.
    header()->moveSection(TraceModel::Words, TraceModel::Place);
    header()->setSectionResizeMode(TraceModel::Words, QHeaderView::Stretch);
    header()->resizeSection(TraceModel::What, 224);
    header()->resizeSection(TraceModel::When, 144);
    header()->resizeSection(TraceModel::State, 184);
    header()->resizeSection(TraceModel::Place, 208);
}

TraceTree::~TraceTree()
{
    setModel(nullptr);
}

QString TraceTree::shown(const QString& text) const
{
    return m_masked ? QString::fromUtf8(masked(text.toUtf8())) : text;
}

void TraceTree::setMasked(bool masked)
{
    m_masked = masked;
    viewport()->update();
}

void TraceTree::retranslate()
{
    setAccessibleName(tr("What happened"));
    m_presenter->retitle();
}

QModelIndex TraceTree::currentSource() const
{
    return m_presenter->mapToSource(currentIndex());
}

void TraceTree::openWhatMatters()
{
    QModelIndex chosen;
    for (int row = 0; row < m_presenter->rowCount(); ++row) {
        const QModelIndex top = m_presenter->index(row, 0);
        // What arrived needs no more than its line; the newest one is shown in full all the same.
        const bool delivered = top.data(roles::Tone).toInt() == int(Tone::Ok);
        if (delivered && row + 1 < m_presenter->rowCount())
            continue;
        expandRecursively(top);
        for (int channel = 0; channel < m_presenter->rowCount(top); ++channel) {
            const QModelIndex index = m_presenter->index(channel, 0, top);
            if (index.data(roles::Tone).toInt() == int(Tone::Error))
                chosen = index;
        }
    }
    if (m_chosen && currentIndex().isValid())
        return;
    if (!chosen.isValid())
        chosen = m_presenter->index(m_presenter->rowCount() - 1, 0);
    setCurrentIndex(chosen);
    scrollTo(chosen.parent().isValid() ? chosen.parent() : chosen, PositionAtTop);
    m_chosen = false;
}

void TraceTree::mousePressEvent(QMouseEvent* event)
{
    m_chosen = true;
    QTreeView::mousePressEvent(event);
}

void TraceTree::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentRowChanged();
}

void TraceTree::keyPressEvent(QKeyEvent* event)
{
    m_chosen = true;
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(asText());
    else
        QTreeView::keyPressEvent(event);
}

void TraceTree::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    // In a narrow window the place is the first to go.
    setColumnHidden(TraceModel::Place, viewport()->width() < 860);
}

void TraceTree::appendText(const QModelIndex& parent, int level, QStringList& lines) const
{
    for (int row = 0; row < m_presenter->rowCount(parent); ++row) {
        const QModelIndex index = m_presenter->index(row, 0, parent);
        const qint64 at = m_presenter->mapToSource(index.siblingAtColumn(TraceModel::When)).data().toLongLong();
        const auto cell = [&index](int column) { return index.siblingAtColumn(column).data().toString(); };
        lines += QStringList{at > 0 ? exactTime(at) : QString(), QString(2 * level, u' ') + cell(TraceModel::What),
            cell(TraceModel::State), cell(TraceModel::Words), cell(TraceModel::Place)}
                     .join(u'\t');
        appendText(index, level + 1, lines);
    }
}

QString TraceTree::asText() const
{
    QStringList lines;
    appendText({}, 0, lines);
    return lines.join(u'\n') + u'\n';
}

} // namespace nc
