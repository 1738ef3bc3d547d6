// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "core/process/processengine.h"

#include <QObject>

namespace adit {

/// Where the process of the open case stands, worked out once after each change however many pages ask. Made before
/// the pages, so that it forgets the old state before they ask for the new one.
class ProcessWatch final : public QObject
{
    Q_OBJECT
public:
    explicit ProcessWatch(const CaseDocument &document, QObject *parent = nullptr);

    const ProcessState &state() const;
    /// What every rating rests on.
    const BasisIndex &basis() const { return m_engine.basis(); }

private:
    const CaseDocument &m_document;
    mutable ProcessEngine m_engine;
};

} // namespace adit
