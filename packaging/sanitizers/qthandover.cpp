// What Qt hands from one thread to another, told to the thread sanitizer. Debian's Qt is not instrumented: the
// sanitizer sees neither the mutex of its event queue nor those of its pool and its futures, and would call every value
// that travels through them a race. Suppressing by the name of Qt's functions would hide our own races with them, as
// every stack of the main thread has an event loop at its bottom. So the linker (--wrap,
// packaging/cmake/buildflags.cmake) leads our calls of the functions below through here, which say “given” before and
// “taken” after.
//
// One handover stands for all of them: whoever takes has seen all that was given until then. That forgives a race
// between an event and an earlier one from elsewhere, never one with what a thread does after it gave, or without
// giving.

#include <QCoreApplication>
#include <QFutureInterface>
#include <QObject>
#include <QRunnable>
#include <QSemaphore>
#include <QThreadPool>

#include <functional>
#include <sanitizer/tsan_interface.h>

namespace {

char handover;

void give()
{
    __tsan_release(&handover);
}

void take()
{
    __tsan_acquire(&handover);
}

/// Called by Qt before it delivers an event, in the thread that gets it.
bool takeEvent(void**)
{
    take();
    return false;
}

[[maybe_unused]] const bool registered = QInternal::registerCallback(QInternal::EventNotifyCallback, takeEvent);

class HandedRunnable : public QRunnable {
public:
    explicit HandedRunnable(QRunnable* inner)
        : m_inner(inner)
    {
    }
    void run() override
    {
        take();
        const bool ours = m_inner->autoDelete();
        m_inner->run();
        if (ours)
            delete m_inner;
        give();
    }

private:
    QRunnable* m_inner;
};

} // namespace

// NOLINTBEGIN: the names are the linker's.
#define NC_WRAP(type, name, ...)                                                                                       \
    extern "C" type __real_##name(__VA_ARGS__);                                                                        \
    extern "C" type __wrap_##name(__VA_ARGS__)

// Events and queued calls.
NC_WRAP(void, _ZN16QCoreApplication9postEventEP7QObjectP6QEventi, QObject* receiver, QEvent* event, int priority)
{
    give();
    __real__ZN16QCoreApplication9postEventEP7QObjectP6QEventi(receiver, event, priority);
}

NC_WRAP(bool, _ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv,
    QObject* object, void* slot, Qt::ConnectionType type, void* result)
{
    give();
    const bool called =
        __real__ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
            object, slot, type, result);
    if (type == Qt::BlockingQueuedConnection)
        take();
    return called;
}

NC_WRAP(void, _ZN11QMetaObject8activateEP7QObjectPKS_iPPv, QObject* sender, const QMetaObject* meta, int signal,
    void** values)
{
    give();
    __real__ZN11QMetaObject8activateEP7QObjectPKS_iPPv(sender, meta, signal, values);
}

// The thread pool.
NC_WRAP(void, _ZN11QThreadPool5startESt8functionIFvvEEi, QThreadPool* pool, std::function<void()> work, int priority)
{
    std::function<void()> handed = [work = std::move(work)] {
        take();
        work();
        give();
    };
    give();
    __real__ZN11QThreadPool5startESt8functionIFvvEEi(pool, std::move(handed), priority);
}

NC_WRAP(void, _ZN11QThreadPool5startEP9QRunnablei, QThreadPool* pool, QRunnable* work, int priority)
{
    auto* handed = new HandedRunnable(work);
    give();
    __real__ZN11QThreadPool5startEP9QRunnablei(pool, handed, priority);
}

NC_WRAP(bool, _ZN11QThreadPool11waitForDoneEi, QThreadPool* pool, int ms)
{
    const bool done = __real__ZN11QThreadPool11waitForDoneEi(pool, ms);
    take();
    return done;
}

// Futures.
NC_WRAP(void, _ZN20QFutureInterfaceBase14reportFinishedEv, QFutureInterfaceBase* future)
{
    give();
    __real__ZN20QFutureInterfaceBase14reportFinishedEv(future);
}

NC_WRAP(void, _ZN20QFutureInterfaceBase15waitForFinishedEv, QFutureInterfaceBase* future)
{
    __real__ZN20QFutureInterfaceBase15waitForFinishedEv(future);
    take();
}

NC_WRAP(void, _ZN20QFutureInterfaceBase13waitForResultEi, QFutureInterfaceBase* future, int index)
{
    __real__ZN20QFutureInterfaceBase13waitForResultEi(future, index);
    take();
}

// The last one clears the results.
NC_WRAP(bool, _ZNK20QFutureInterfaceBase6derefTEv, const QFutureInterfaceBase* future)
{
    give();
    const bool others = __real__ZNK20QFutureInterfaceBase6derefTEv(future);
    take();
    return others;
}

NC_WRAP(bool, _ZNK20QFutureInterfaceBase10queryStateENS_5StateE, const QFutureInterfaceBase* future, int state)
{
    const bool is = __real__ZNK20QFutureInterfaceBase10queryStateENS_5StateE(future, state);
    take();
    return is;
}

// Semaphores. Qt's mutexes tell the sanitizer themselves, in their inline part.
NC_WRAP(void, _ZN10QSemaphore7releaseEi, QSemaphore* semaphore, int count)
{
    __tsan_release(semaphore);
    __real__ZN10QSemaphore7releaseEi(semaphore, count);
}

NC_WRAP(void, _ZN10QSemaphore7acquireEi, QSemaphore* semaphore, int count)
{
    __real__ZN10QSemaphore7acquireEi(semaphore, count);
    __tsan_acquire(semaphore);
}

NC_WRAP(bool, _ZN10QSemaphore10tryAcquireEii, QSemaphore* semaphore, int count, int ms)
{
    const bool got = __real__ZN10QSemaphore10tryAcquireEii(semaphore, count, ms);
    __tsan_acquire(semaphore);
    return got;
}
// NOLINTEND
