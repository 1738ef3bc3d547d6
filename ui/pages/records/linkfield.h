// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "ui/widgets/commitline.h"

namespace adit {

/// Codes of other things, typed with a list to choose from: "1.2.2.2 3.1.9.2", "P-A07". The list shows what each one
/// is, and searches in that too.
class LinkField final : public CommitLine
{
    Q_OBJECT
public:
    LinkField(const FieldInfo &field, const CaseDocument &document, QWidget *parent = nullptr);

    /// What was typed, separated by blanks, commas or semicolons.
    static QStringList members(const QString &text);

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void insertChosen(const QString &entry);
    QStringList entries() const;

    const FieldInfo &m_field;
    const CaseDocument &m_document;
};

} // namespace adit
