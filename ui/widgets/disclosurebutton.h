// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace adit {

/// A chevron and a word that show or hide what is below.
class DisclosureButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit DisclosureButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace adit
