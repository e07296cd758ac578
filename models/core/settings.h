#pragma once

#include "core/atomicfile.h"
#include "core/setting.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

class QFileSystemWatcher;

namespace nc {

/// Values of the table in core/settingstable.h, from `settings.json` and `state.json` of one folder. Each write is
/// one atomic change of that one key in the file as it is by then: what another process set, and keys that this
/// version does not know, stay. Changes by others are noticed where an event loop runs.
///
/// Lives in one thread. A broken file is left alone: reading gives defaults, writing errors::badSettings; problem()
/// tells. So does a file of a newer version.
class Settings : public QObject {
    Q_OBJECT

public:
    static constexpr int version = 1;

    /// Whether what others write is noticed by itself; OnlyByReload for a single look, in any thread.
    enum class Changes { Noticed, OnlyByReload };

    explicit Settings(QString folder, QObject* parent = nullptr, Changes changes = Changes::Noticed);
    ~Settings() override;

    template <class T>
    T get(const Setting<T>& setting) const
    {
        T value{};
        return settingvalue::fromJson(find(setting), &value) ? value : setting.otherwise;
    }

    /// Setting the default takes the key out of the file. errors::badSettings, cannotWrite, diskFull.
    template <class T>
    Result<void> set(const Setting<T>& setting, const T& value)
    {
        if (get(setting) == value)
            return {};
        return store(
            setting, value == setting.otherwise ? QJsonValue(QJsonValue::Undefined) : settingvalue::toJson(value));
    }

    /// Why defaults are used instead of the file.
    const std::optional<Error>& problem() const { return m_problem; }
    /// Reads the files anew; for programs without an event loop.
    void reload();

Q_SIGNALS:
    /// `key` is a SettingKey's address: `if (&key == &settings::theme)`.
    void changed(const nc::SettingKey& key);

private:
    struct File {
        QString path;
        QJsonObject values;
        FileStamp stamp;
    };
    const File& file(SettingScope scope) const;
    QJsonValue find(const SettingKey& key) const;
    Result<void> store(const SettingKey& key, const QJsonValue& value);
    Result<void> load(File* file) const;
    void watch();

    const QString m_folder;
    File m_files[2];
    std::optional<Error> m_problem;
    std::unique_ptr<QFileSystemWatcher> m_watcher; ///< null: OnlyByReload
};

} // namespace nc
