#pragma once

#include "core/epochms.h"
#include "http/httpclient.h"
#include "publish/diia/diiaregistrar.h"
#include "publish/diia/registrationjournal.h"

#include <functional>
#include <memory>
#include <mutex>

namespace nc {

/// Diia's API as the registry's configuration names it. Lives in memory only: it carries the partner's token.
struct DiiaAccess {
    QString url;
    QString partnerToken;
    HttpLimits limits = {};
};

/// What was found out about Diia, as something to register with: nothing where address or token are not known, which
/// production does not accept (errors::diiaNoToken with the profile's name).
Result<std::optional<DiiaAccess>> usableDiia(const DiiaAccess& found, bool production, const QString& profile);

/// A session token of Diia, kept for its two hours; shared by the publishes of one window. Any thread.
class DiiaTokens {
public:
    /// A little less than what Diia promises, so that none runs out on its way.
    static constexpr EpochMs validity = 115 * 60 * 1000;

    /// `now` for tests; without it the system's clock.
    explicit DiiaTokens(std::function<EpochMs()> now = {});

    QString valid(const DiiaAccess& access) const; ///< empty when there is none
    void keep(const DiiaAccess& access, const QString& token);
    void drop(const DiiaAccess& access);

private:
    struct Kept {
        QString of;
        QString token;
        EpochMs until = 0;
    };
    std::function<EpochMs()> m_now;
    mutable std::mutex m_mutex;
    Kept m_kept;
};

/// Registers templates at Diia over HTTP (docs/contracts.md, section 3, "Diia API"). Each registration is on disk
/// before its row is written: one that was cut off in between is found again and used, not made a second time. What
/// Diia took without answering cannot be found again (its API has no way to ask): that is an error of its own, and the
/// next publish registers anew only what setRegisterAgain() names. One thread at a time.
class DiiaService : public DiiaRegistrar {
public:
    /// Where Diia is; asked for when the first template is to be registered (it may need a keychain). Nothing: the rows
    /// are written without registering.
    using Find = std::function<Result<std::optional<DiiaAccess>>(const TaskContext&)>;

    DiiaService(Find find, RegistrationJournal journal, std::shared_ptr<DiiaTokens> tokens = {});
    ~DiiaService() override;

    /// Keys (`diia/name`), or `all`: registered although an earlier registration may have come about.
    void setRegisterAgain(const QStringList& keys) { m_again = keys; }

    /// errors::diiaUnsure for what was asked for without an answer, diiaToken, diiaRefused (with Diia's own words),
    /// diiaAnswer, diiaInDoubt, errors of http and of the journal.
    Result<DiiaRegistration> registerTemplate(const TemplateValues& values, const TaskContext& context) override;
    void written(const TemplateValues& values) override;

    /// Registrations that were found on disk instead of being made.
    int repaired() const { return m_repaired; }
    /// Templates that were not registered, since nothing says where Diia is.
    int unregistered() const { return m_unregistered; }

private:
    Result<void> findDiia(const TaskContext& context);
    Result<QString> token(const TaskContext& context, bool& kept);
    Result<HttpResponse> post(const TemplateValues& values, const TaskContext& context);

    Find m_find;
    DiiaAccess m_access;
    QString m_host;
    RegistrationJournal m_journal;
    std::shared_ptr<DiiaTokens> m_tokens;
    std::unique_ptr<HttpClient> m_client;
    /// Diia is out of reach or knows the partner's token no more: the other templates need not wait for it in turn.
    std::optional<Error> m_unusable;
    QStringList m_again;
    bool m_found = false;
    int m_repaired = 0;
    int m_unregistered = 0;
};

} // namespace nc
