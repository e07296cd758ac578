#include "authoring/templatetree.h"

#include "core/itemroles.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace nc {
namespace {

// Internal id of a channel; a template has its branch's number.
constexpr quintptr topLevel = ~quintptr(0);

int toneOf(int errors, int warnings)
{
    return int(errors > 0 ? Tone::Error : warnings > 0 ? Tone::Warning : Tone::Neutral);
}

} // namespace

TemplateTree::TemplateTree(QObject* parent)
    : QAbstractItemModel(parent)
{
}

TemplateTree::~TemplateTree() = default;

void TemplateTree::setTemplates(const QList<TemplateDirectory>& templates)
{
    QHash<QString, Leaf> known;
    for (const Branch& branch : m_branches) {
        for (const Leaf& leaf : branch.leaves)
            known.insert(leaf.directory.key.toString(), leaf);
    }
    beginResetModel();
    m_branches.clear();
    for (const TemplateDirectory& directory : templates) {
        if (m_branches.empty() || m_branches.back().channel != directory.key.channel)
            m_branches.push_back({directory.key.channel, {}});
        Leaf leaf = known.value(directory.key.toString());
        leaf.directory = directory;
        leaf.gone = directory.path.isEmpty();
        m_branches.back().leaves.push_back(std::move(leaf));
    }
    reindex();
    endResetModel();
}

TemplateTree::Leaf* TemplateTree::leafOf(const QString& key, int* branchRow, int* leafRow)
{
    const auto place = m_places.constFind(key);
    if (place == m_places.cend())
        return nullptr;
    if (branchRow)
        *branchRow = place->first;
    if (leafRow)
        *leafRow = place->second;
    return &m_branches[std::size_t(place->first)].leaves[std::size_t(place->second)];
}

void TemplateTree::reindex()
{
    m_places.clear();
    for (std::size_t b = 0; b < m_branches.size(); ++b) {
        for (std::size_t l = 0; l < m_branches[b].leaves.size(); ++l)
            m_places.insert(m_branches[b].leaves[l].directory.key.toString(), {int(b), int(l)});
    }
}

void TemplateTree::setChanges(const QMap<TemplateKey, GitChange>& changes)
{
    QList<TemplateDirectory> directories;
    QSet<QString> gone;
    for (const Branch& branch : m_branches) {
        for (const Leaf& leaf : branch.leaves) {
            if (!leaf.gone)
                directories.append(leaf.directory);
            else
                gone.insert(leaf.directory.key.toString());
        }
    }
    QSet<QString> goneNow;
    for (auto change = changes.cbegin(); change != changes.cend(); ++change) {
        if (*change == GitChange::Deleted
            && std::ranges::find(directories, change.key(), &TemplateDirectory::key) == directories.end())
            goneNow.insert(change.key().toString());
    }
    if (gone != goneNow) {
        for (auto change = changes.cbegin(); change != changes.cend(); ++change) {
            if (goneNow.contains(change.key().toString()))
                directories.append({change.key(), {}});
        }
        std::ranges::sort(
            directories, [](const TemplateDirectory& a, const TemplateDirectory& b) { return a.key < b.key; });
        setTemplates(directories);
    }
    for (std::size_t b = 0; b < m_branches.size(); ++b) {
        for (std::size_t l = 0; l < m_branches[b].leaves.size(); ++l) {
            Leaf& leaf = m_branches[b].leaves[l];
            const auto change = changes.constFind(leaf.directory.key);
            const auto now = change == changes.cend() ? std::nullopt : std::optional(*change);
            if (leaf.change == now)
                continue;
            leaf.change = now;
            leafChanged(int(b), int(l));
        }
    }
}

std::optional<TemplateKey> TemplateTree::keyAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return std::nullopt;
    return m_branches[index.internalId()].leaves[std::size_t(index.row())].directory.key;
}

void TemplateTree::leafChanged(int branch, int row)
{
    const QModelIndex parent = index(branch, 0);
    Q_EMIT dataChanged(index(row, 0, parent), index(row, 1, parent));
    Q_EMIT dataChanged(parent, index(branch, 1));
}

void TemplateTree::setProblems(const TemplateKey& key, const QList<Problem>& problems)
{
    int branch = 0;
    int row = 0;
    Leaf* leaf = leafOf(key.toString(), &branch, &row);
    if (!leaf)
        return;
    const auto count = [&](Severity severity) {
        return int(std::ranges::count(problems, severity, &Problem::severity));
    };
    const int errors = count(Severity::Error);
    const int warnings = count(Severity::Warning);
    if (leaf->errors == errors && leaf->warnings == warnings)
        return;
    leaf->errors = errors;
    leaf->warnings = warnings;
    leafChanged(branch, row);
}

void TemplateTree::setPlan(const PublishPlan& plan)
{
    QHash<QString, QString> states;
    for (const PlanItem& item : plan.items)
        states.insert(item.key(), wordFor(item.action));
    for (std::size_t b = 0; b < m_branches.size(); ++b) {
        for (Leaf& leaf : m_branches[b].leaves)
            leaf.state = states.value(leaf.directory.key.toString());
        if (!m_branches[b].leaves.empty()) {
            const QModelIndex parent = index(int(b), 0);
            Q_EMIT dataChanged(index(0, 1, parent), index(int(m_branches[b].leaves.size()) - 1, 1, parent));
        }
    }
}

void TemplateTree::clearPlan()
{
    setPlan({});
}

std::optional<TemplateDirectory> TemplateTree::directoryAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return std::nullopt;
    const Leaf& leaf = m_branches[index.internalId()].leaves[std::size_t(index.row())];
    return leaf.gone ? std::nullopt : std::optional(leaf.directory);
}

QModelIndex TemplateTree::indexOf(const QString& key) const
{
    int branch = 0;
    int row = 0;
    if (!const_cast<TemplateTree*>(this)->leafOf(key, &branch, &row))
        return {};
    return index(row, 0, index(branch, 0));
}

int TemplateTree::templateCount() const
{
    int count = 0;
    for (const Branch& branch : m_branches)
        count += int(std::ranges::count(branch.leaves, false, &Leaf::gone));
    return count;
}

int TemplateTree::errorCount() const
{
    int count = 0;
    for (const Branch& branch : m_branches) {
        for (const Leaf& leaf : branch.leaves)
            count += leaf.errors;
    }
    return count;
}

QModelIndex TemplateTree::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : topLevel);
}

QModelIndex TemplateTree::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return {};
    return createIndex(int(index.internalId()), 0, topLevel);
}

int TemplateTree::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_branches.size());
    if (parent.internalId() != topLevel || parent.column() != 0)
        return 0;
    return int(m_branches[std::size_t(parent.row())].leaves.size());
}

int TemplateTree::columnCount(const QModelIndex& parent) const
{
    Q_UNUSED(parent)
    return 2;
}

QVariant TemplateTree::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == topLevel) {
        const Branch& branch = m_branches[std::size_t(index.row())];
        int errors = 0;
        int warnings = 0;
        for (const Leaf& leaf : branch.leaves) {
            errors += leaf.errors;
            warnings += leaf.warnings;
        }
        switch (role) {
        case Qt::DisplayRole:
            return index.column() == 0 ? channelName(branch.channel) : QString();
        case Errors:
            return errors;
        case Warnings:
            return warnings;
        default:
            return {};
        }
    }
    const Leaf& leaf = m_branches[index.internalId()].leaves[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == 0 ? leaf.directory.key.name : QString();
    case Key:
    case roles::Identity:
        return leaf.directory.key.toString();
    case Errors:
        return leaf.errors;
    case Warnings:
        return leaf.warnings;
    case Change:
        return leaf.change ? QVariant(int(*leaf.change)) : QVariant();
    case IsGone:
        return leaf.gone;
    case roles::Tone:
        return index.column() == 0 ? toneOf(leaf.errors, leaf.warnings) : int(Tone::Neutral);
    case roles::State:
        return index.column() == 1 && !leaf.state.isEmpty() ? leaf.state : QVariant();
    default:
        return {};
    }
}

} // namespace nc
