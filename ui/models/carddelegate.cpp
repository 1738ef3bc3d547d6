// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/carddelegate.h"

#include "ui/look/icons.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/models/boardcolumn.h"
#include "ui/widgets/paint.h"

#include <QListView>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>

namespace adit {

namespace {

constexpr int padding = 10; ///< between a card's edge and its words
constexpr int gap = 10;     ///< below a card
constexpr int mostLines = 2;

int lineHeight(const QFont &font)
{
    return std::max(QFontMetrics(font).height(), scaled(font, 20));
}

QFont titleFont(const QFont &font)
{
    QFont medium = font;
    medium.setWeight(QFont::Medium);
    return medium;
}

/// A title on as many lines as it needs, two at most; the last one elided.
QStringList titleLines(const QString &title, const QFont &font, int width)
{
    QTextLayout layout(title, titleFont(font));
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == mostLines) {
            lines.append(QFontMetrics(titleFont(font)).elidedText(title.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(title.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

bool hasFoot(const CardFace &face)
{
    return !face.owner.isEmpty() || !face.due.isEmpty();
}

/// The lines of one card, from the top.
class CardPainter
{
public:
    CardPainter(QPainter *painter, const QStyleOptionViewItem &option, const QRect &box)
        : m_painter(painter)
        , m_option(option)
        , m_theme(Theme::current())
        , m_box(box)
        , m_left(box.left() + padding)
        , m_right(box.right() + 1 - padding)
        , m_y(box.top() + padding - 2)
        , m_line(lineHeight(option.font))
    {}

    void paint(const CardFace &face)
    {
        head(face);
        m_painter->setFont(titleFont(m_option.font));
        for (const QString &line : titleLines(face.title, m_option.font, m_right - m_left)) {
            text(m_left, m_right, line, Role::Text, Qt::AlignLeading);
            m_y += m_line;
        }
        requirements(face);
        m_y += m_line;
        if (hasFoot(face))
            foot(face);
    }

private:
    QRect visual(const QRect &rect) const { return QStyle::visualRect(m_option.direction, m_box, rect); }

    /// Writes between two edges, and says how much room it took.
    int text(int left, int right, const QString &words, Role ink, Qt::Alignment alignment)
    {
        const QFontMetrics metrics = m_painter->fontMetrics();
        const int room = std::max(0, right - left);
        m_painter->setPen(m_theme.color(ink));
        m_painter->drawText(visual({left, m_y, room, m_line}), int(alignment | Qt::AlignVCenter),
                            metrics.elidedText(words, Qt::ElideRight, room));
        return std::min(room, metrics.horizontalAdvance(words));
    }

    void icon(int left, const QString &name, Role ink, int side)
    {
        paintIcon(m_painter, visual({left, m_y + (m_line - side) / 2, side, side}), name, m_theme.color(ink));
    }

    void head(const CardFace &face)
    {
        m_painter->setFont(face.isMinor ? m_option.font : typeFont(m_option.font, Type::Strong));
        const int grade =
            text(m_left, m_right, face.grade, face.isMinor ? Role::SecondText : Role::Text, Qt::AlignTrailing);
        int right = m_right - grade - 6;
        if (face.isCritical) {
            const int side = scaled(m_option.font, 9);
            right -= side;
            paintDiamond(m_painter, visual({right, m_y + (m_line - side) / 2, side, side}), m_theme.color(Role::Text));
            right -= 4;
        }
        m_painter->setFont(m_option.font);
        text(m_left, right, face.number, Role::SecondText, Qt::AlignLeading);
        m_y += m_line;
    }

    void requirements(const CardFace &face)
    {
        const int right = m_right - actions(face);
        m_painter->setFont(m_option.font);
        const QFontMetrics metrics = m_painter->fontMetrics();
        int x = m_left;
        std::size_t shown = 0;
        for (const CardFace::Requirement &requirement : face.requirements) {
            const int glyph = scaled(m_option.font, 13);
            const int diamond = requirement.isCritical ? scaled(m_option.font, 9) + 4 : 0;
            const int wide = diamond + glyph + 5 + metrics.horizontalAdvance(requirement.code);
            const bool isLast = shown + 1 == face.requirements.size();
            if (shown > 0 && x + wide + (isLast ? 0 : scaled(m_option.font, 26)) > right)
                break;
            if (requirement.isCritical) {
                const int side = diamond - 4;
                paintDiamond(m_painter, visual({x, m_y + (m_line - side) / 2, side, side}), m_theme.color(Role::Text));
            }
            paintGlyph(m_painter, visual({x + diamond, m_y + (m_line - glyph) / 2, glyph, glyph}), requirement.glyph);
            text(x + diamond + glyph + 5, right, requirement.code, Role::SecondText, Qt::AlignLeading);
            x += wide + 10;
            ++shown;
        }
        if (shown < face.requirements.size())
            text(x, right, QStringLiteral("+%1").arg(face.requirements.size() - shown), Role::ThirdText,
                 Qt::AlignLeading);
    }

    /// How much is done, shorter or not at all where the first requirement needs the room; returns what it took.
    int actions(const CardFace &face)
    {
        const QFontMetrics small(typeFont(m_option.font, Type::Small));
        const int first = face.requirements.empty()
                              ? 0
                              : QFontMetrics(m_option.font).horizontalAdvance(face.requirements.front().code) +
                                    scaled(m_option.font, 36);
        for (const QString &words : {face.actions, face.actionsShort}) {
            const int wide = small.horizontalAdvance(words);
            if (words.isEmpty() || first + wide > m_right - m_left)
                continue;
            m_painter->setFont(typeFont(m_option.font, Type::Small));
            return text(m_left, m_right, words, Role::ThirdText, Qt::AlignTrailing) + 8;
        }
        return 0;
    }

    void foot(const CardFace &face)
    {
        int right = m_right;
        if (!face.due.isEmpty()) {
            m_painter->setFont(face.isLate ? titleFont(m_option.font) : m_option.font);
            const Role ink = face.isLate ? Role::NotMet : Role::SecondText;
            right -= text(m_left, m_right, face.due, ink, Qt::AlignTrailing) + 5;
            const int side = scaled(m_option.font, 14);
            right -= side;
            icon(right, face.isLate ? QStringLiteral("warning") : QStringLiteral("clock"), ink, side);
            right -= 8;
        }
        m_painter->setFont(m_option.font);
        if (right - m_left > scaled(m_option.font, 36)) // a few letters say nothing; the form and the tool tip do
            text(m_left, right, face.owner, Role::SecondText, Qt::AlignLeading);
    }

    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    Theme m_theme;
    QRect m_box;
    int m_left;
    int m_right;
    int m_y;
    int m_line;
};

} // namespace

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const CardFace face = index.data(BoardColumn::FaceRole).value<CardFace>();
    const qsizetype title = titleLines(face.title, option.font, width - 2 * padding).size();
    const qsizetype lines = 2 + title + (hasFoot(face) ? 1 : 0);
    return {std::max(1, width), int(lines) * lineHeight(option.font) + 2 * (padding - 2) + gap};
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const Theme theme = Theme::current();
    const QRect box = option.rect.adjusted(0, 0, 0, -gap);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isFocused = isSelected && view && view->hasFocus();
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintBox(painter, box,
             theme.color(isSelected  ? Role::Tint
                         : isHovered ? Role::Hover
                                     : Role::Base),
             theme.color(isFocused ? Role::Accent : Role::Line), grid::radius, isFocused ? 2 : 1);
    CardPainter(painter, option, box).paint(index.data(BoardColumn::FaceRole).value<CardFace>());
    painter->restore();
}

} // namespace adit
