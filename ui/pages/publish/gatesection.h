// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/publish/publishstate.h"

#include <QWidget>

class QVBoxLayout;

namespace adit {

class Chip;
class SectionHeader;

/// Ready to release? Everything that holds one up, with what to do about it and the way there; what does not, in a
/// line.
class GateSection final : public QWidget
{
    Q_OBJECT
public:
    explicit GateSection(QWidget *parent = nullptr);

    void refresh(const PublishState &state);

Q_SIGNALS:
    /// The decision on the level is to be looked at.
    void decisionWanted();
    /// One that is withheld, by its number.
    void redactionWanted(const QString &label);
    void namesWanted();
    void profileWanted();
    /// What is said when it is built.
    void buildWanted();

private:
    void addHold(ReleaseHold::Kind kind, const std::vector<ReleaseHold> &holds);
    void addNamesUnread(const Error &error);
    void addPassed(const PublishState &state);
    void follow(ReleaseHold::Kind kind, const QString &where);

    SectionHeader *m_head;
    Chip *m_tag;
    QVBoxLayout *m_rows;
};

} // namespace adit
