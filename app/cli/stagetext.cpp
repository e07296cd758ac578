#include "cli/stagetext.h"

#include "cli/command.h"
#include "core/sentences.h"
#include "core/timetext.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace nc::cli {
namespace {

QString skippedWords(const QString& why)
{
    return why == u"no-password" ? tr_("no password is known (--password-stdin)")
        : why == u"no-token"     ? tr_("no token is known (--password-stdin)")
        : why == u"not-https"    ? tr_("the address is http")
                                 : tr_("not reached");
}

QString facts(const TestStage& stage)
{
    QStringList words;
    if (!stage.detail.isEmpty())
        words.append(stage.detail);
    const qint64 left = stage.validUntil ? *stage.validUntil - QDateTime::currentMSecsSinceEpoch() : 0;
    if (stage.name == u"tls" && stage.validUntil)
        words.append(tr_("certificate valid for %1 days").arg(left / 86'400'000));
    else if (stage.name == u"token")
        words.append(stage.validUntil ? tr_("token valid for %1 min").arg(left / 60'000) : tr_("token received"));
    return words.join(u", "_s);
}

QString result(const TestStage& stage)
{
    return stage.ok ? u"ok"_s : stage.skipped ? u"skipped"_s : u"failed"_s;
}

} // namespace

QString stageWords(const TestStage& stage, Language language)
{
    return stage.error ? describe(*stage.error, language) : stage.skipped ? skippedWords(stage.detail) : facts(stage);
}

QJsonObject stageJson(const TestStage& stage, Language language)
{
    QJsonObject line{{u"stage"_s, stage.name}, {u"result"_s, result(stage)}, {u"ms"_s, stage.ms},
        {u"message"_s, stageWords(stage, language)}};
    if (stage.validUntil)
        line.insert(u"validUntil"_s, isoTime(*stage.validUntil));
    if (stage.error)
        line.insert(u"code"_s, QString::fromLatin1(stage.error->code.name));
    return line;
}

QString stageLine(const TestStage& stage, Language language)
{
    return u"%1 %2 %3 ms  %4"_s.arg(stage.name.leftJustified(7), result(stage).leftJustified(8))
        .arg(stage.ms, 6)
        .arg(stageWords(stage, language));
}

} // namespace nc::cli
