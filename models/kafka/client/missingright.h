#pragma once

#include "connections/profile.h"
#include "core/error.h"

namespace nc {

/// What rights are given on, by Kafka's own names: administrators give them by these.
enum class RightOn { Topic, Group, Cluster, TransactionalId };

/// `Topic audit-events`
QString rightSubject(RightOn resource, const QString& name);

/// errors::kafkaForbidden that says which operation on what is missing, and for whom: the subject as above, the detail
/// `Read (User:ann)`. `operation` in Kafka's words, several with commas.
Error missingRight(RightOn resource, const QString& name, const QString& operation, const KafkaConnection& connection);

} // namespace nc
