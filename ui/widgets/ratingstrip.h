// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/glyphs.h"

#include <QAbstractButton>
#include <QWidget>
#include <vector>

namespace adit {

/// One button of the strip: a step of the standard's scale, or "not relevant".
struct RatingChoice
{
    QString code;
    QString word;
    QString glyph; ///< name as in the standard's scale
    QString key;
    QString meaning; ///< full label; becomes the tool tip and the accessible description
};

/// One rating: glyph, word and key cap; checked in tint with an accent base line. Only shows state; the strip decides.
class RatingButton final : public QAbstractButton
{
    Q_OBJECT
public:
    RatingButton(RatingChoice choice, QWidget *parent);

    const RatingChoice &choice() const { return m_choice; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void nextCheckState() override {}

private:
    RatingChoice m_choice;
};

/// The ratings of the current requirement in a row. A click or key asks for a rating; what is checked changes only when
/// setCurrent() says so, after the case took the edit.
class RatingStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit RatingStrip(QWidget *parent = nullptr);

    void setChoices(const std::vector<RatingChoice> &choices);
    /// Empty: not rated.
    void setCurrent(const QString &code);
    QString current() const { return m_current; }
    /// Puts the focus on the checked button, or on the first one.
    void focusCurrent();
    /// The code a key stands for; empty if none.
    QString codeForKey(const QString &key) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Two rows of three where one row has no room.
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void rated(const QString &code);
    /// Back to not rated.
    void cleared();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(RatingButton *button, QKeyEvent *event);
    void moveFocus(RatingButton *from, int step);
    void arrange();
    int rowsFor(int width) const;

    std::vector<RatingButton *> m_buttons;
    QString m_current;
};

} // namespace adit
