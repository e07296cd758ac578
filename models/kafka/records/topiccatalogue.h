#pragma once

#include "connections/deadletternaming.h"
#include "core/result.h"
#include "core/sentences.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace nc {

struct CatalogueTopic {
    QString topic;
    QString purposeEnglish;
    QString purposeUkrainian;
    QStringList producers;
    QStringList consumers;
    QStringList headline; ///< paths of the values that say what one of its records is about (Headline)
    QString valueType; ///< what `__TypeId__` says, where the platform sets it

    const QString& purpose(Language language) const
    {
        return language == Language::Ukrainian ? purposeUkrainian : purposeEnglish;
    }
    friend bool operator==(const CatalogueTopic&, const CatalogueTopic&) = default;
};

struct CatalogueService {
    QString service;
    QString group; ///< core, business
    std::optional<bool> api;
    std::optional<bool> consumes;
    std::optional<bool> produces;
};

/// What topics are for and who uses them (docs/contracts.md, sections 6 and 10): data, one file for each platform.
/// Immutable after loading; any thread.
class TopicCatalogue {
public:
    /// The files that are compiled in, then those of `folder` (`*.json`; a later file overrides a topic of an earlier
    /// one). errors::badCatalogue names the file.
    static Result<TopicCatalogue> load(const QString& folder = {});
    /// The files that are compiled in.
    static const TopicCatalogue& builtIn();

    /// Also answers for a dead-letter topic: consumers none, producers those that consume its source.
    std::optional<CatalogueTopic> find(const QString& topic, const DeadLetterNaming& naming) const;
    const QList<CatalogueTopic>& topics() const { return m_topics; }
    const QList<CatalogueService>& services() const { return m_services; }

private:
    Result<void> add(const QString& name, const QByteArray& json);

    QList<CatalogueTopic> m_topics;
    QList<CatalogueService> m_services;
};

} // namespace nc
