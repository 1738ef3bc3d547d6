// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace adit {

/// One of several things to choose between, each with a sentence about it: as wide as there is room, as high as its
/// words need. Arrow keys move within the rows of one parent, as in a group of radio buttons.
class ChoiceRow final : public QAbstractButton
{
    Q_OBJECT
public:
    ChoiceRow(const QString &name, const QString &detail, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect detailPlace(int width) const;

    QString m_detail;
};

} // namespace adit
