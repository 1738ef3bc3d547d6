// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markedtext.h"

#include "ui/look/measures.h"
#include "ui/look/theme.h"

#include <QEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>
#include <QtMath>
#include <algorithm>

namespace adit {

namespace {

QTextCharFormat formatOf(MarkedText::Mark mark, const Theme &theme)
{
    using Mark = MarkedText::Mark;
    QTextCharFormat format;
    switch (mark) {
    case Mark::None:
        break;
    case Mark::Added:
        format.setBackground(theme.color(Role::Added));
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(theme.color(Role::Fully));
        break;
    case Mark::Removed:
        format.setBackground(theme.color(Role::Removed));
        format.setForeground(theme.color(Role::NotMet));
        format.setFontStrikeOut(true);
        break;
    case Mark::Ours:
        format.setBackground(theme.color(Role::Tint));
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(theme.color(Role::Accent));
        break;
    case Mark::Theirs:
        format.setBackground(theme.color(Role::Hover));
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(theme.color(Role::SecondText));
        break;
    case Mark::Withheld:
        format.setBackground(theme.color(Role::Track));
        format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        format.setUnderlineColor(theme.color(Role::SecondText));
        break;
    case Mark::Blocked:
        format.setBackground(theme.color(Role::BlockGround));
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(theme.color(Role::NotMet));
        break;
    case Mark::Doubtful:
        format.setBackground(theme.color(Role::WarnGround));
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(theme.color(Role::Partially));
        break;
    }
    return format;
}

} // namespace

MarkedText::MarkedText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
}

void MarkedText::setPieces(const std::vector<Piece> &pieces)
{
    QString whole;
    for (const Piece &piece : pieces)
        whole += piece.text;
    m_marks.clear();
    setPlainText(whole);
    int at = 0;
    for (const Piece &piece : pieces) {
        const int end = at + static_cast<int>(piece.text.size());
        if (piece.mark != Mark::None) {
            QTextCursor cursor(document());
            cursor.setPosition(at);
            cursor.setPosition(end, QTextCursor::KeepAnchor);
            cursor.setKeepPositionOnInsert(true);
            m_marks.emplace_back(cursor, piece.mark);
        }
        at = end;
    }
    drawMarks();
    if (m_isFitted)
        updateGeometry();
}

void MarkedText::setFitted()
{
    m_isFitted = true;
    setProperty("card", QStringLiteral("bare"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    updateGeometry();
}

/// As QPlainTextDocumentLayout lays lines out, for a width that the text does not have yet.
int MarkedText::heightForWidth(int width) const
{
    if (!m_isFitted)
        return QPlainTextEdit::heightForWidth(width);
    const qreal leading = std::max(0, fontMetrics().leading());
    qreal height = 1;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextLayout layout(block.text(), font());
        QTextOption option;
        option.setWrapMode(wordWrapMode());
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            height += leading + line.height();
        }
        layout.endLayout();
    }
    return qCeil(height);
}

QSize MarkedText::sizeHint() const
{
    return m_isFitted ? QSize(scaled(font(), 200), heightForWidth(std::max(width(), scaled(font(), 200))))
                      : QPlainTextEdit::sizeHint();
}

QSize MarkedText::minimumSizeHint() const
{
    return m_isFitted ? QSize(scaled(font(), 120), fontMetrics().lineSpacing()) : QPlainTextEdit::minimumSizeHint();
}

QString MarkedText::typed() const
{
    // toPlainText() makes blanks of no-break spaces.
    QStringList lines;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines.append(block.text());
    return lines.join(QLatin1Char('\n'));
}

void MarkedText::drawMarks()
{
    const Theme theme = Theme::current();
    QList<QTextEdit::ExtraSelection> selections;
    for (const auto &[cursor, mark] : m_marks)
        selections.append({cursor, formatOf(mark, theme)});
    setExtraSelections(selections);
}

bool MarkedText::event(QEvent *event)
{
    const bool done = QPlainTextEdit::event(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        drawMarks();
    return done;
}

MarkSample::MarkSample(MarkedText::Mark mark, const QString &word, QWidget *parent)
    : QWidget(parent)
    , m_mark(mark)
    , m_word(word)
{
    setFont(typeFont(font(), Type::Small));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(word);
}

QSize MarkSample::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_word) + 2 * grid::unit, metrics.height() + 2};
}

void MarkSample::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QTextCharFormat format = formatOf(m_mark, Theme::current());
    painter.fillRect(rect(), format.background());
    QFont font = this->font();
    font.setStrikeOut(format.fontStrikeOut());
    painter.setFont(font);
    const bool hasInk = format.foreground().style() != Qt::NoBrush;
    painter.setPen(hasInk ? format.foreground().color() : Theme::current().color(Role::SecondText));
    painter.drawText(rect(), Qt::AlignCenter, m_word);
    if (format.underlineStyle() == QTextCharFormat::NoUnderline)
        return;
    const bool isDotted = format.underlineStyle() == QTextCharFormat::DotLine;
    painter.setPen(QPen(format.underlineColor(), 1, isDotted ? Qt::DotLine : Qt::SolidLine));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace adit
