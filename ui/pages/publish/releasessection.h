// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/record.h"

#include <QHash>
#include <QStringList>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace adit {

class Assessment;
class Button;
class ReasonForm;
class ReleaseDesk;
class SectionHeader;

/// What was released so far, the latest first: number, day, root, who has signed, what changed; and what is still to be
/// done with it.
class ReleasesSection final : public QWidget
{
    Q_OBJECT
public:
    explicit ReleasesSection(ReleaseDesk &desk, QWidget *parent = nullptr);

    void refresh(const Assessment &assessment);
    bool hasPending() const;
    void forget();

Q_SIGNALS:
    /// Something in it is to be seen.
    void shownWanted(QWidget *part);

private:
    QWidget *newRow(const Record &release);
    void addActions(QHBoxLayout *line, const Record &release, QWidget *row);
    void addDisclosing(Button *button, int number);
    QString signedWords(const Record &release) const;

    ReleaseDesk &m_desk;
    SectionHeader *m_head;
    ReasonForm *m_form;
    QVBoxLayout *m_rows;
    int m_withdrawn = 0;                      ///< the one that is asked about
    QStringList m_withheld;                   ///< redactions, by label
    QHash<QString, QString> m_withheldPlaces; ///< with what each is of
};

} // namespace adit
