/* Gives a program and what it starts another day: preloaded by packaging/otherdays/run (LD_PRELOAD).
 *
 * libfaketime does not know C11's timed waits, in which librdkafka waits: a moment of the false day is awaited on the
 * true clock then, which takes months. Here every way to ask for the time of day is shifted, and every wait until a
 * moment of it is shifted back. The monotonic clock, sleeping and the times of files stay true.
 *
 * NC_OTHER_DAY=@SECONDS: each program that ctest starts begins at that moment of the epoch.
 * NC_OTHER_DAY=+SECONDS: so far from the true time, the same for all: servers and tests agree.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

static time_t shift;

static int trueTime(clockid_t clock, struct timespec* time)
{
    return (int)syscall(SYS_clock_gettime, clock, time);
}

__attribute__((constructor)) static void begin(void)
{
    char* day = getenv("NC_OTHER_DAY");
    /* ctest itself lives today, so that each of its tests begins at the moment asked for. */
    if (!day || !strcmp(program_invocation_short_name, "ctest"))
        return;
    struct timespec now;
    trueTime(CLOCK_REALTIME, &now);
    shift = *day == '@' ? atoll(day + 1) - now.tv_sec : atoll(day);
    char text[32];
    snprintf(text, sizeof text, "%+lld", (long long)shift);
    /* In place where it fits: shells hand on the environment as they found it at their start. */
    if (strlen(text) <= strlen(day))
        strcpy(day, text);
    else
        setenv("NC_OTHER_DAY", text, 1);
}

static int ofDay(clockid_t clock)
{
    return clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
}

int clock_gettime(clockid_t clock, struct timespec* time)
{
    if (trueTime(clock, time) != 0)
        return -1;
    if (ofDay(clock))
        time->tv_sec += shift;
    return 0;
}

int gettimeofday(struct timeval* restrict time, void* restrict zone)
{
    (void)zone;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t* out)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (out)
        *out = now.tv_sec;
    return now.tv_sec;
}

int timespec_get(struct timespec* time, int base)
{
    return base == TIME_UTC && clock_gettime(CLOCK_REALTIME, time) == 0 ? base : 0;
}

/* A condition does not tell its clock. The monotonic one counts from the start of the computer, so what lies after 2001
 * is a time of day. */
static struct timespec awaited(const struct timespec* until)
{
    struct timespec time = *until;
    if (time.tv_sec > 1000000000)
        time.tv_sec -= shift;
    return time;
}

static void* next(const char* name)
{
    /* The conditions of before 2003 have the same name and another shape. */
    void* found = dlvsym(RTLD_NEXT, name, "GLIBC_2.3.2");
    return found ? found : dlsym(RTLD_NEXT, name);
}

#define NC_WAIT(name, first, second)                                                                                   \
    {                                                                                                                  \
        static int (*real)();                                                                                          \
        if (!real)                                                                                                     \
            *(void**)&real = next(name);                                                                               \
        const struct timespec time = awaited(until);                                                                   \
        return real(first, second, &time);                                                                             \
    }

int pthread_cond_timedwait(pthread_cond_t* restrict condition, pthread_mutex_t* restrict mutex,
    const struct timespec* restrict until) NC_WAIT("pthread_cond_timedwait", condition, mutex)

    int cnd_timedwait(cnd_t* restrict condition, mtx_t* restrict mutex, const struct timespec* restrict until)
        NC_WAIT("cnd_timedwait", condition, mutex)

#undef NC_WAIT
#define NC_WAIT(name, first)                                                                                           \
    {                                                                                                                  \
        static int (*real)();                                                                                          \
        if (!real)                                                                                                     \
            *(void**)&real = next(name);                                                                               \
        const struct timespec time = awaited(until);                                                                   \
        return real(first, &time);                                                                                     \
    }

            int pthread_mutex_timedlock(pthread_mutex_t* restrict mutex, const struct timespec* restrict until)
                NC_WAIT("pthread_mutex_timedlock", mutex)

                    int mtx_timedlock(mtx_t* restrict mutex, const struct timespec* restrict until)
                        NC_WAIT("mtx_timedlock", mutex)

                            int sem_timedwait(sem_t* restrict semaphore, const struct timespec* restrict until)
                                NC_WAIT("sem_timedwait", semaphore)

                                    int pthread_cond_clockwait(pthread_cond_t* restrict condition,
                                        pthread_mutex_t* restrict mutex, clockid_t clock,
                                        const struct timespec* restrict until)
{
    static int (*real)(pthread_cond_t*, pthread_mutex_t*, clockid_t, const struct timespec*);
    if (!real)
        *(void**)&real = next("pthread_cond_clockwait");
    const struct timespec time = awaited(until);
    return real(condition, mutex, clock, &time);
}
