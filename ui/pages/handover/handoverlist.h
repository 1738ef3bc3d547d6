// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assessment/assessment.h"

#include <QWidget>

class QVBoxLayout;

namespace adit {

/// What was handed over so far, the latest first: to whom, as what, by whom. A hand-over that its maker did not sign is
/// marked.
class HandoverList final : public QWidget
{
    Q_OBJECT
public:
    explicit HandoverList(QWidget *parent = nullptr);

    void refresh(const Assessment &assessment);
    int count() const { return m_count; }

private:
    QWidget *newRow(const Assessment &assessment, const Record &record);

    QVBoxLayout *m_rows;
    int m_count = 0;
};

} // namespace adit
