#include "cli/signals.h"

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace nc::cli {
namespace {

std::atomic<int> signalPipe{-1};

// Only what POSIX allows in a handler: the thread at the pipe's other end does the work.
void onSignal(int)
{
    const int fd = signalPipe.load();
    const char byte = 's';
    if (fd >= 0 && ::write(fd, &byte, 1) < 0)
        ::_exit(130);
}

} // namespace

struct SignalGuard::Private {
    int fds[2] = {-1, -1};
    std::thread watcher;
};

SignalGuard::SignalGuard(CancelSource source)
    : d(std::make_unique<Private>())
{
    if (::pipe2(d->fds, O_CLOEXEC) != 0)
        return;
    signalPipe = d->fds[1];
    d->watcher = std::thread([source, fd = d->fds[0]] {
        char byte = 0;
        int seen = 0;
        while (::read(fd, &byte, 1) == 1 && byte == 's') {
            if (++seen > 1)
                ::_exit(130);
            source.cancel();
        }
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(number, &action, nullptr);
    // A reader that went away shows as a failed write.
    std::signal(SIGPIPE, SIG_IGN);
}

SignalGuard::~SignalGuard()
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        std::signal(number, SIG_DFL);
    signalPipe = -1;
    if (d->watcher.joinable()) {
        const char byte = 'q';
        if (::write(d->fds[1], &byte, 1) != 1)
            ::close(d->fds[1]);
        d->watcher.join();
    }
    for (const int fd : d->fds) {
        if (fd >= 0)
            ::close(fd);
    }
}

} // namespace nc::cli
