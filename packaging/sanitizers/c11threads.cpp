// librdkafka uses the threads of C11, which GCC 12's thread sanitizer does not know: the first call it watches in such
// a thread crashes. So they are made of POSIX threads here, as they are in the C library anyway. The linker takes these
// definitions for librdkafka too, as a program's own come before those of its libraries.

#include <cerrno>
#include <ctime>
#include <memory>
#include <pthread.h>

namespace {

// <threads.h>
constexpr int success = 0;
constexpr int busy = 1;
constexpr int error = 2;
constexpr int timedOut = 4;
constexpr int recursiveFlag = 1;

int answer(int posix)
{
    return posix == 0 ? success : posix == EBUSY ? busy : posix == ETIMEDOUT ? timedOut : error;
}

struct Start {
    int (*run)(void*);
    void* argument;
};

void* run(void* given)
{
    const std::unique_ptr<Start> start(static_cast<Start*>(given));
    return reinterpret_cast<void*>(static_cast<long>(start->run(start->argument)));
}

} // namespace

extern "C" {

int thrd_create(pthread_t* thread, int (*function)(void*), void* argument)
{
    auto start = std::make_unique<Start>(Start{function, argument});
    const int made = pthread_create(thread, nullptr, run, start.get());
    if (made == 0)
        (void)start.release();
    return answer(made);
}

int thrd_join(pthread_t thread, int* result)
{
    void* given = nullptr;
    const int joined = pthread_join(thread, &given);
    if (result)
        *result = static_cast<int>(reinterpret_cast<long>(given));
    return answer(joined);
}

int mtx_init(pthread_mutex_t* mutex, int kind)
{
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    if (kind & recursiveFlag)
        pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    const int made = pthread_mutex_init(mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
    return answer(made);
}

int mtx_lock(pthread_mutex_t* mutex)
{
    return answer(pthread_mutex_lock(mutex));
}

int mtx_trylock(pthread_mutex_t* mutex)
{
    return answer(pthread_mutex_trylock(mutex));
}

int mtx_unlock(pthread_mutex_t* mutex)
{
    return answer(pthread_mutex_unlock(mutex));
}

void mtx_destroy(pthread_mutex_t* mutex)
{
    pthread_mutex_destroy(mutex);
}

int cnd_init(pthread_cond_t* condition)
{
    return answer(pthread_cond_init(condition, nullptr));
}

int cnd_signal(pthread_cond_t* condition)
{
    return answer(pthread_cond_signal(condition));
}

int cnd_broadcast(pthread_cond_t* condition)
{
    return answer(pthread_cond_broadcast(condition));
}

int cnd_wait(pthread_cond_t* condition, pthread_mutex_t* mutex)
{
    return answer(pthread_cond_wait(condition, mutex));
}

int cnd_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* until)
{
    return answer(pthread_cond_timedwait(condition, mutex, until));
}

void cnd_destroy(pthread_cond_t* condition)
{
    pthread_cond_destroy(condition);
}

} // extern "C"
