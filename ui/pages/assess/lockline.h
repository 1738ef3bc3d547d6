// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace adit {

/// A quiet line above what cannot be changed: since when it is locked, by whom, and why. Hidden while it is open.
class LockLine final : public QWidget
{
    Q_OBJECT
public:
    explicit LockLine(const CaseDocument &document, QWidget *parent = nullptr);

    void show(const RequirementCode &code);

private:
    const CaseDocument &m_document;
    QLabel *m_words;
};

/// Whether a node is kept from being changed.
bool isLocked(const CaseDocument &document, const RequirementCode &code);
/// A text to be read while it is locked, and to be written in while it is not.
void setWritable(QPlainTextEdit *field, bool isWritable);

} // namespace adit
