// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/words/guidancewords.h"

#include <QWidget>

class QGridLayout;

namespace adit {

/// The items of one part of the guidance one under another, each with its mark: a dot, a rating's glyph and word, or a
/// term. Text to read and to copy.
class GuidanceList final : public QWidget
{
    Q_OBJECT
public:
    explicit GuidanceList(QWidget *parent = nullptr);

    void setItems(const std::vector<GuidanceItem> &items);

private:
    void addItem(const GuidanceItem &item, int row, bool isListed);

    QGridLayout *m_layout;
};

} // namespace adit
