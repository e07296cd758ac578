#pragma once

#include "kafka/client/kafkaaccess.h"

#include <QString>

#include <memory>

namespace nc {
struct SandboxRecord;
}

namespace nc::test {

/// A Kafka of one test program's own, which it may kill: the shared one of TestSandbox must not be hurt. What an
/// earlier run of the same test left running is ended first; the data begin empty. Ends the test program when it cannot
/// start.
class PrivateBroker {
public:
    /// `name` tells the brokers of different test programs apart.
    /// With `rights` (`user Resource name Operation`; a name that ends in `*` is a prefix) it also listens for people
    /// with names, who may do these things and nothing else; access() stays that of a superuser.
    explicit PrivateBroker(const QString& name, const QStringList& rights = {});
    ~PrivateBroker();
    PrivateBroker(const PrivateBroker&) = delete;
    PrivateBroker& operator=(const PrivateBroker&) = delete;

    KafkaAccess access() const;
    /// As one of those who have rights.
    KafkaAccess accessOf(const QString& user) const;

    /// SIGKILL; returns once the process is gone.
    void kill();
    /// Starts it again on the same port with what is on the disk, and returns when it answers.
    void restart();

    QString uniqueName(const QString& stem) const;
    /// Makes a topic and waits until it can be written to.
    void createTopic(const QString& topic, int partitions = 1) const;
    /// A new topic named after the stem, and with `deadLetter` also its `.DLT`.
    QString makeTopic(const QString& stem, int partitions = 1, bool deadLetter = false) const;

private:
    void start();

    QString m_folder;
    QStringList m_rights;
    int m_saslPort = 0;
    std::unique_ptr<SandboxRecord> m_record;
};

} // namespace nc::test
