// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QWidget>

class QLabel;

namespace adit {

class Button;
class CommitTextEdit;
class DateField;

/// The fields a rating asks for before it can stand: why it is not relevant, why it is put off and until when, or what
/// was verified for one that is made anew. Opens
/// in place under the rating strip; nothing modal.
class ReasonForm final : public QWidget
{
    Q_OBJECT
public:
    enum class Asks {
        Justification,
        JustificationAndDate,
        Verification ///< what was verified, and when; for the team
    };

    /// The names of the fields begin with `name`: "ratingJustification".
    explicit ReasonForm(const QString &name, QWidget *parent = nullptr);

    /// A rating or mark that does not stand yet: with the texts there are, and a button to confirm.
    void ask(Asks asks, const QString &title, const QString &confirm, const QString &justification,
             const std::optional<QDate> &until);
    /// One that stands: its texts, saved as they are typed.
    void showStanding(Asks asks, const QString &title, const QString &justification, const std::optional<QDate> &until);
    bool isAsking() const { return m_asking; }
    /// False if something typed is not stored: a text that was refused, or one that waits to be confirmed.
    bool commitNow();
    void forget();
    /// Puts the focus on the first field that is still missing.
    void focusMissing();

Q_SIGNALS:
    void confirmed(const QString &justification, const QString &until);
    void cancelled();
    /// Typed while the mark stands.
    void justificationChanged(const QString &text);
    void untilChanged(const QString &date);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void lay(Asks asks, const QString &title, bool asking);
    void confirm();
    void refreshConfirm();

    bool m_asking = false;
    Asks m_asks = Asks::Justification;
    QLabel *m_title;
    CommitTextEdit *m_justification;
    QLabel *m_untilLabel;
    DateField *m_until;
    Button *m_confirm;
    Button *m_cancel;
};

} // namespace adit
