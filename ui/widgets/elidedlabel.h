// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/measures.h"
#include "ui/look/theme.h"

#include <QFrame>

namespace adit {

/// One line of text that ends in "…" when there is no room, and then shows the whole in its tool tip.
class ElidedLabel final : public QFrame
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    void setLook(Type type, Role ink);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Type m_type = Type::Body;
    Role m_ink = Role::Text;
};

} // namespace adit
