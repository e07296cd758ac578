#pragma once

#include <QList>

#include <vector>

namespace nc {

/// Finds TCP ports of 127.0.0.1 that nobody listens on and keeps them occupied until it is destroyed, so that one call
/// never gives the same port twice. Another program may still take one between that moment and the server's start;
/// the servers' starters try again then.
class PortFinder {
public:
    PortFinder() = default;
    ~PortFinder();
    PortFinder(const PortFinder&) = delete;
    PortFinder& operator=(const PortFinder&) = delete;

    /// `wanted` when it is free (0: any), else another one; 0 when the machine has none left.
    int take(int wanted = 0);

private:
    int occupy(int port);
    std::vector<int> m_sockets;
};

/// Whether something listens on 127.0.0.1:port.
bool portAnswers(int port);

} // namespace nc
