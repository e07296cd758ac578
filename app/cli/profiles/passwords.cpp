#include "cli/profiles/passwords.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

bool keyIsEncrypted(const KafkaConnection& kafka)
{
    if (!kafka.pkcs12.isEmpty())
        return true;
    QFile file(kafka.key);
    return !kafka.key.isEmpty() && file.open(QIODevice::ReadOnly) && file.read(64 * 1024).contains("ENCRYPTED");
}

} // namespace

Result<void> askPasswords(TypedConnection& typed, bool fromStdin, Environment& env)
{
    if (!fromStdin && !env.inIsTerminal())
        return {};
    const KafkaConnection& kafka = typed.profile.kafka;
    struct Question {
        bool asked;
        QString prompt;
        QString& answer;
    };
    const Question questions[] = {
        {!kafka.username.isEmpty(), tr_("Kafka password of %1").arg(kafka.username), typed.secrets.kafka},
        {keyIsEncrypted(kafka), tr_("Password of the client key"), typed.secrets.key},
        {!kafka.registryUser.isEmpty() && typed.secrets.registry.isEmpty(),
            tr_("Schema registry password of %1").arg(kafka.registryUser), typed.secrets.registry},
        {!typed.profile.database.isEmpty() && typed.secrets.database.isEmpty(), tr_("Database password (empty: none)"),
            typed.secrets.database},
        {!typed.profile.service.isEmpty(), tr_("Access token of notification-service (empty: ask when it is needed)"),
            typed.secrets.service},
        {!typed.profile.vault.url.isEmpty(),
            typed.profile.vault.role.isEmpty() ? tr_("Token of the vault") : tr_("Secret ID of the vault's role"),
            typed.secrets.vault},
    };
    for (const Question& question : questions) {
        if (!question.asked)
            continue;
        auto answer = env.readPassword(question.prompt);
        if (!answer)
            return fail(answer.error());
        question.answer = *answer;
    }
    return {};
}

} // namespace nc::cli
