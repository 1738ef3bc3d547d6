// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <functional>

class QHBoxLayout;
class QLabel;

namespace adit {

class IconLabel;

/// A message across the page that waits to be read and blocks nothing: what happened, what was kept, what to do.
class Banner final : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Note, Warn, Block };

    explicit Banner(QWidget *parent = nullptr);

    /// Replaces what was shown, with its buttons. The same once more changes nothing.
    void showMessage(Tone tone, const QString &head, const QString &text);
    /// A way out, as a button under the message; pressing it runs `run`. One of that name that is there stays.
    void addButton(const QString &objectName, const QString &label, const std::function<void()> &run);
    QString message() const;

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Tone m_tone = Tone::Note;
    IconLabel *m_icon;
    QLabel *m_head;
    QLabel *m_text;
    QWidget *m_buttons;
};

} // namespace adit
