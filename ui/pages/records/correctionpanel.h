// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/pages/records/recordpanel.h"

namespace adit {

class CommitTextEdit;
class DateField;

/// The corrective action of a nonconformity: what the mine will do, and by when. A plan is accepted once both are
/// there.
class CorrectionPanel final : public RecordPanel
{
    Q_OBJECT
public:
    explicit CorrectionPanel(Editor &editor, QWidget *parent = nullptr);

    void open(const EntityRef &nonconformity) override;
    void refresh() override;
    bool commitPending() override;
    void forgetPending() override;

private:
    void submit(const std::optional<QString> &text, const std::optional<QString> &due);

    Editor &m_editor;
    std::optional<EntityRef> m_nonconformity;
    CommitTextEdit *m_text;
    DateField *m_due;
};

} // namespace adit
