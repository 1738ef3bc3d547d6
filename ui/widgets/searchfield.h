// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace adit {

/// A field with a glass before the text and, when empty, the key that leads here.
class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

    void setKeyHint(const QString &hint);
    void setIconName(const QString &name);

Q_SIGNALS:
    /// Arrow down in the field: the person wants to go to the results.
    void leftDownwards();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void placeText();

    QString m_icon = QStringLiteral("search");
    QString m_hint;
};

} // namespace adit
