#include "sandbox/freeport.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nc {
namespace {

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<in_port_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

// The C interface of sockets wants the general type.
const sockaddr* general(const sockaddr_in& address)
{
    return reinterpret_cast<const sockaddr*>(&address);
}

} // namespace

PortFinder::~PortFinder()
{
    for (const int socket : m_sockets)
        ::close(socket);
}

int PortFinder::occupy(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return 0;
    // Connections of the server before us may linger on this port; the server does not mind them either.
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address = loopback(port);
    socklen_t size = sizeof address;
    if (::bind(socket, general(address), size) != 0 || ::listen(socket, 1) != 0
        || ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        ::close(socket);
        return 0;
    }
    m_sockets.push_back(socket);
    return ntohs(address.sin_port);
}

int PortFinder::take(int wanted)
{
    const int got = wanted > 0 ? occupy(wanted) : 0;
    return got > 0 ? got : occupy(0);
}

bool portAnswers(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return false;
    const sockaddr_in address = loopback(port);
    const bool answers = ::connect(socket, general(address), sizeof address) == 0;
    ::close(socket);
    return answers;
}

} // namespace nc
