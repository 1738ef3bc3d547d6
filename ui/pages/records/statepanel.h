// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/process/nonconformities.h"
#include "ui/pages/records/recordpanel.h"

#include <optional>
#include <vector>

class QLabel;

namespace adit {

class Button;
class StepMarkLabel;

/// How far a nonconformity has come (assurance.md): its five states with when and by whom, and the way to the next one
/// or back.
class StatePanel final : public RecordPanel
{
    Q_OBJECT
public:
    explicit StatePanel(const CaseDocument &document, QWidget *parent = nullptr);

    void open(const EntityRef &nonconformity) override;
    void refresh() override;

Q_SIGNALS:
    void moveWanted(const adit::EntityRef &nonconformity);
    /// Back to the state before.
    void returnWanted(const adit::EntityRef &nonconformity);

private:
    struct Row
    {
        StepMarkLabel *mark;
        QLabel *name;
        QLabel *detail;
    };
    void showRow(int state, const NonconformityCard &card, const Record &record);

    const CaseDocument &m_document;
    std::optional<EntityRef> m_nonconformity;
    std::vector<Row> m_rows;
    Button *m_next;
    Button *m_back;
};

} // namespace adit
