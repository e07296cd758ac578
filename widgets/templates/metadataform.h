#pragma once

#include "templates/source/template.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace nc {

/// Title and, for Diia, attributes as fields with their lengths; writes into the YAML text and leaves all else in it
/// alone. Follows the text when that is edited; fields are closed while the text is no YAML.
class MetadataForm : public QWidget {
    Q_OBJECT

public:
    explicit MetadataForm(QWidget* parent = nullptr);

    void setTemplate(Channel channel, const QString& text);
    /// The text was edited.
    void setText(const QString& text);
    void retranslate();

Q_SIGNALS:
    /// A field was edited: this is the text now.
    void edited(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Field {
        QStringList path;
        QLabel* label = nullptr;
        QLineEdit* line = nullptr;
        QLabel* count = nullptr;
        int limit = 0; ///< 0: none
        bool diia = false;
    };
    void addField(const QString& name, QStringList path, int limit, bool diia);
    void write(const Field& field);
    void showCount(const Field& field);

    QFormLayout* m_form;
    QList<Field> m_fields;
    QString m_text;
    bool m_filling = false;
};

} // namespace nc
