#pragma once

#include "core/task.h"
#include "http/httprequest.h"

#include <QByteArrayView>

#include <functional>
#include <memory>

namespace nc {

/// One libcurl handle and its loop: what HTTP and mail have in common. Trust, time-outs, size, cancel and the look at
/// how far it came are decided here and nowhere else. One thread at a time.
class Transfer {
public:
    Transfer();
    ~Transfer();
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    /// False where libcurl cannot be used.
    bool usable() const;

    /// Forgets all settings (connections stay open) and begins anew. `protocols` as libcurl names them: "http,https".
    void begin(const QString& url, const char* protocols, const HttpLimits& limits);

    /// The CURL handle, for what is special about a protocol.
    void* handle() const;

    /// Hears the conversation of protocols that talk in lines. What we say may hold a password.
    using Talk = std::function<void(bool fromServer, QByteArrayView text)>;
    void listen(Talk talk);

    struct Outcome {
        int code = 0; ///< CURLcode
        bool cancelled = false;
        bool tooLarge = false;
        bool asked = false; ///< bytes of an HTTP request have left this machine
        bool refused = false; ///< the port is closed
        QString reason; ///< libcurl's own words, without secrets
        long response = 0; ///< status, or the last reply's code
        QString location;
        QByteArray body;
        TransferStages stages;
    };
    /// Blocks; ends within 100 ms of a cancel.
    Outcome run(const TaskContext& task);

    /// What went wrong in terms of errors.h (errors::cancelled too); nothing when all went well.
    static std::optional<Error> error(const Outcome& outcome, const QString& host, const HttpLimits& limits);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace nc
