#pragma once

#include "connections/profile.h"

#include <QString>

#include <memory>

namespace nc::test {

/// A database of its own with the platform's tables, dropped at the end. Tests do not see each other's rows.
class TestDatabase {
public:
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    QString name() const;
    /// As the console connects: the publishing role's rights.
    QString conninfo() const;
    /// As the server's superuser, to prepare and to look.
    QString superuserConninfo() const;
    /// Runs SQL as the superuser in one transaction; gives what psql prints, without alignment and headings. Ends the
    /// test program when the SQL is wrong.
    QString run(const QString& sql) const;

private:
    friend class TestSandbox;
    TestDatabase() = default;
    QString m_name;
    int m_port = 0;
};

/// The one real PostgreSQL and Kafka that all tests of a ctest run share. Make one in initTestCase(); it finds the
/// running sandbox or starts it, and ends the test program with the reason when it cannot. Names that it gives are
/// unique, so that tests run side by side and again in the same sandbox.
class TestSandbox {
public:
    TestSandbox();

    QString folder() const { return m_folder; }
    QString bootstrap() const { return m_profile.kafka.bootstrap; }
    /// Kafka and the shared `notifications` database as the console sees them. For a database of its own set
    /// `database` to that of makeDatabase().
    Profile profile() const { return m_profile; }

    /// `<stem>.<something new>`
    QString uniqueName(const QString& stem) const;
    /// Makes a topic of that exact name (see uniqueName) and waits until it can be written to.
    void createTopic(const QString& topic, int partitions = 1) const;
    /// A new topic named after the stem, and with `deadLetter` also its `.DLT`.
    QString makeTopic(const QString& stem, int partitions = 1, bool deadLetter = false) const;
    std::unique_ptr<TestDatabase> makeDatabase() const;

private:
    QString m_folder;
    Profile m_profile;
};

} // namespace nc::test
