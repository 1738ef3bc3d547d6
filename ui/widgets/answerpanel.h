// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace adit {

/// A panel that answers a question beside the page ("Why 4 Environment"). Part of the page's splitter, never a window.
class AnswerPanel final : public QFrame
{
    Q_OBJECT
public:
    explicit AnswerPanel(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Takes ownership; the content before is deleted. It scrolls when it is taller than the sheet.
    void setContent(QWidget *content);
    /// A row below the content that does not scroll; takes ownership, may be null.
    void setFooter(QWidget *footer);

    QSize sizeHint() const override;

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_title;
    QVBoxLayout *m_layout;
    QScrollArea *m_scroll;
    QWidget *m_footer = nullptr;
};

} // namespace adit
