// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/markedtext.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace adit {

class ElidedLabel;

/// One version of what is in conflict, or what was there before: whose it is, since when, and what it says.
class VersionCard final : public QFrame
{
    Q_OBJECT
public:
    explicit VersionCard(QWidget *parent = nullptr);

    /// `key`: the key that takes it; none for what was there before.
    void show(const QString &whose, const QString &detail, const QString &key,
              const std::vector<MarkedText::Piece> &pieces);
    /// The one that will be taken.
    void setTaken(bool taken);
    /// What was there before stands back.
    void setBack(bool back);
    /// For a text, or for a word or two; among others below each other, or beside them.
    void setRoom(bool text, bool isStacked);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_whose;
    ElidedLabel *m_detail;
    QString m_key;
    QHBoxLayout *m_head;
    MarkedText *m_text;
    bool m_isTaken = false;
    bool m_isBack = false;
};

} // namespace adit
