// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/editor.h"
#include "ui/pages/records/recordpanel.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace adit {

/// What changed between a version of the audit plan and another one, line by line: "+" came in, "−" went out. Against
/// the version before it, unless another is chosen.
class VersionChanges final : public RecordPanel
{
    Q_OBJECT
public:
    explicit VersionChanges(const CaseDocument &document, QWidget *parent = nullptr);

    void open(const EntityRef &version) override;
    void refresh() override;

private:
    void showChanges();

    const CaseDocument &m_document;
    QString m_version;
    QComboBox *m_other;
    QLabel *m_none;
    QPlainTextEdit *m_lines;
};

} // namespace adit
