// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/calibration.h"
#include "ui/editing/editor.h"
#include "ui/models/whoami.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace adit {

class BasisList;
class Button;
class CommitTextEdit;
class FlowLayout;
class RatingStrip;

/// A calibration before it is laid open: one of the two rates requirement by requirement, from what it asks and what
/// was found, and sees of the other how many they have rated and nothing else. Whoever is neither of the two sees that
/// of both.
class BlindPanel final : public QWidget
{
    Q_OBJECT
public:
    BlindPanel(Editor &editor, WhoAmI &whoAmI, QWidget *parent = nullptr);

    void show(const QString &calibration);
    /// False if a reason is typed that waits for its rating; the Editor has said so.
    bool commitPending();
    void forgetPending();
    void focusMain();

private:
    QWidget *buildRating();
    QWidget *buildWho();
    void refresh();
    void refreshWho(const CalibrationState &state);
    void refreshChoices(const CalibrationState &state);
    void showRequirement();
    bool moveTo(const QString &requirement);
    void moveToNext();
    void rateIt(const QString &rating);
    void submit(const QString &rating, const QString &reason);
    QString rater() const;
    QString progressWords(const CalibrationState &state) const;
    const Record *given() const;

    Editor &m_editor;
    WhoAmI &m_whoAmI;
    QString m_calibration;
    QString m_requirement;
    QLabel *m_title;
    QLabel *m_progress;
    Button *m_open;
    QVBoxLayout *m_whoRows = nullptr;
    QWidget *m_who; ///< after its rows, which building it sets
    QWidget *m_choiceBox;
    FlowLayout *m_choices;
    RatingStrip *m_strip;
    CommitTextEdit *m_reason;
    Button *m_next;
    QLabel *m_code = nullptr;
    QLabel *m_statement = nullptr;
    QLabel *m_finding = nullptr;
    BasisList *m_basis;
    QWidget *m_rating; ///< after what building it sets
};

} // namespace adit
