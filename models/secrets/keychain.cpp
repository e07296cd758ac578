#include "secrets/keychain.h"

#include "core/errors.h"
#include "core/task.h"

#include <QFileInfo>

#ifdef NC_HAS_KEYCHAIN
#include <QEventLoop>
#include <QSemaphore>
#include <QThread>
#include <qt6keychain/keychain.h>
#endif

using namespace Qt::StringLiterals;

namespace nc {

bool Keychain::available()
{
#ifdef NC_HAS_KEYCHAIN
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        || (!runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s));
#else
    return false;
#endif
}

#ifdef NC_HAS_KEYCHAIN
namespace {

/// What a finished job said; its objects live and die in the thread.
struct Outcome {
    QKeychain::Error error = QKeychain::OtherError;
    QString words;
    QString text;
};

/// Runs the job that `make` makes in a thread with an event loop. A person may take long to unlock the keychain: the
/// wait has no end but a cancel, after which the thread is left to finish by itself.
template <class Make>
Result<Outcome> runJob(Make make, const TaskContext& task)
{
    struct Shared {
        Outcome outcome;
        QSemaphore done;
    };
    const auto shared = std::make_shared<Shared>();
    QThread* thread = QThread::create([shared, make] {
        QEventLoop loop;
        auto job = make();
        job->setAutoDelete(false);
        QObject::connect(job.get(), &QKeychain::Job::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        job->start();
        loop.exec();
        shared->outcome = {job->error(), job->errorString(), {}};
        if (auto* reading = qobject_cast<QKeychain::ReadPasswordJob*>(job.get()))
            shared->outcome.text = reading->textData();
        shared->done.release();
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    while (!shared->done.tryAcquire(1, 50)) {
        if (task.isCancelled())
            return TaskContext::cancelled();
    }
    return shared->outcome;
}

std::unexpected<Error> refused(const QString& key, const Outcome& outcome)
{
    return fail(errors::noSecretStore, key, outcome.words, Next::Retry);
}

} // namespace

Result<std::optional<QString>> Keychain::read(const QString& service, const QString& key, const TaskContext& task)
{
    const auto outcome = runJob(
        [service, key] {
            auto job = std::make_unique<QKeychain::ReadPasswordJob>(service);
            job->setKey(key);
            return job;
        },
        task);
    if (!outcome)
        return fail(outcome.error());
    if (outcome->error == QKeychain::EntryNotFound)
        return std::nullopt;
    if (outcome->error != QKeychain::NoError)
        return refused(key, *outcome);
    return outcome->text;
}

Result<void> Keychain::write(const QString& service, const QString& key, const QString& secret, const TaskContext& task)
{
    const auto outcome = runJob(
        [service, key, secret] {
            auto job = std::make_unique<QKeychain::WritePasswordJob>(service);
            job->setKey(key);
            job->setTextData(secret);
            return job;
        },
        task);
    if (!outcome)
        return fail(outcome.error());
    if (outcome->error != QKeychain::NoError)
        return refused(key, *outcome);
    return {};
}

Result<void> Keychain::remove(const QString& service, const QString& key, const TaskContext& task)
{
    const auto outcome = runJob(
        [service, key] {
            auto job = std::make_unique<QKeychain::DeletePasswordJob>(service);
            job->setKey(key);
            return job;
        },
        task);
    if (!outcome)
        return fail(outcome.error());
    if (outcome->error != QKeychain::NoError && outcome->error != QKeychain::EntryNotFound)
        return refused(key, *outcome);
    return {};
}

#else

Result<std::optional<QString>> Keychain::read(const QString&, const QString& key, const TaskContext&)
{
    return fail(errors::noSecretStore, key);
}

Result<void> Keychain::write(const QString&, const QString& key, const QString&, const TaskContext&)
{
    return fail(errors::noSecretStore, key);
}

Result<void> Keychain::remove(const QString&, const QString& key, const TaskContext&)
{
    return fail(errors::noSecretStore, key);
}

#endif

} // namespace nc
