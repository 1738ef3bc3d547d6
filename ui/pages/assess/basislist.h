// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"

#include <QWidget>

class QVBoxLayout;

namespace adit {

class SectionHeader;

/// What the rating of a requirement rests on: the evidence and the interviews that bear on it. Reads only; pressing a
/// row asks for the whole of it.
class BasisList final : public QWidget
{
    Q_OBJECT
public:
    explicit BasisList(const CaseDocument &document, QWidget *parent = nullptr);

    void show(const RequirementCode &code);

Q_SIGNALS:
    void evidenceWanted(const adit::EntityId &id);
    void interviewWanted(const adit::EntityId &id);

private:
    const CaseDocument &m_document;
    SectionHeader *m_evidenceHead;
    QVBoxLayout *m_evidence;
    SectionHeader *m_interviewsHead;
    QVBoxLayout *m_interviews;
};

} // namespace adit
