// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/step/destinations.h"
#include "ui/pages/step/gaterow.h"

#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace adit {

class SectionHeader;

/// The conditions of a step: what is missing, each with the way to where it is done, and what is done or was passed.
class GatesPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit GatesPanel(QWidget *parent = nullptr);

    /// `opens`: these are the conditions of opening the step, not those of closing it.
    void show(const std::vector<const GateState *> &gates, const CaseView &view, bool opens);
    /// To the first link of what is missing; false where there is none.
    bool focusFirst();

Q_SIGNALS:
    void wanted(const adit::Destination &destination);

private:
    /// One condition as its row has it.
    struct Face
    {
        QString name;
        GateRow::Mark mark;
        GateRow::Words words;
        Destination destination = {};

        bool isDone() const { return mark == GateRow::Mark::Met || mark == GateRow::Mark::Passed; }
        friend bool operator==(const Face &, const Face &) = default;
    };
    static Face faceOf(const GateState &gate, const CaseView &view);
    void addRow(const Face &face);

    SectionHeader *m_missingHead;
    QVBoxLayout *m_missing;
    SectionHeader *m_doneHead;
    QVBoxLayout *m_done;
    std::vector<Face> m_shown; ///< rows are made anew only where they would be others
};

} // namespace adit
