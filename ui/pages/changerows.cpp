// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/changerows.h"

#include "core/journal/wordmerge.h"
#include "ui/look/measures.h"
#include "ui/look/theme.h"
#include "ui/widgets/markedtext.h"
#include "ui/words/choicewords.h"
#include "ui/words/conflictwords.h"
#include "ui/words/words.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <span>

namespace adit {

namespace {

struct ChangeRows
{
    Q_DECLARE_TR_FUNCTIONS(ChangeRows)
};

/// Digests and signatures: enough to compare by eye.
constexpr qsizetype longestCode = 24;

MarkedText::Mark markOf(WordPiece::Kind kind)
{
    return kind == WordPiece::Kind::Added     ? MarkedText::Mark::Added
           : kind == WordPiece::Kind::Removed ? MarkedText::Mark::Removed
                                              : MarkedText::Mark::None;
}

/// Its words, marked against what was there before. What is new as a whole is not marked: that would say nothing.
std::vector<MarkedText::Piece> piecesOf(const ChangedField &changed)
{
    const QString before = changed.before.value_or(QString());
    const QString after = changed.after.value_or(QString());
    if (before.isEmpty())
        return {{after}};
    std::vector<MarkedText::Piece> pieces;
    for (const WordPiece &piece : wordDiff(before, after))
        pieces.push_back({piece.text, markOf(piece.kind)});
    return pieces;
}

QString valueOf(const CaseView &view, const ChangedField &changed, const std::optional<QString> &value)
{
    if (!value || value->isEmpty())
        return QStringLiteral("–");
    if (changed.field->type == ValueType::Code && value->size() > longestCode)
        return value->left(longestCode) + QChar(0x2026);
    return versionWords(view, *changed.field, value);
}

QString wordsOf(const CaseView &view, const ChangedField &changed)
{
    if (changed.field->audience == Audience::Identity)
        return ChangeRows::tr("sealed; only its readers see it");
    if (isSetType(changed.field->type)) {
        const QString member =
            changed.field->type == ValueType::Set ? choiceWord(*changed.field, changed.member) : changed.member;
        return (changed.after ? ChangeRows::tr("+ %1") : ChangeRows::tr("− %1")).arg(member);
    }
    return changed.before ? ChangeRows::tr("%1 → %2").arg(valueOf(view, changed, changed.before),
                                                          valueOf(view, changed, changed.after))
                          : valueOf(view, changed, changed.after);
}

void addText(const ChangedField &changed, const ChangeAside &aside, QVBoxLayout *column)
{
    QWidget *box = column->parentWidget();
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::inside);
    line->addWidget(newLabel(box, fieldLabel(*changed.field), Type::Small, Role::SecondText));
    line->addStretch(1);
    if (aside)
        line->addWidget(newLabel(box, aside(changed), Type::Small, Role::ThirdText));
    auto *text = new MarkedText(box);
    text->setObjectName(QStringLiteral("changedText"));
    text->setAccessibleName(fieldLabel(*changed.field));
    text->setReadOnly(true);
    text->setFocusPolicy(Qt::ClickFocus);
    text->setFitted();
    text->setPieces(piecesOf(changed));
    column->addLayout(line);
    column->addWidget(text);
}

/// One line for a field: what it was, what it is; of a set, what came and went.
void addLine(const CaseView &view, std::span<const ChangedField> members, const ChangeAside &aside, QVBoxLayout *column)
{
    QWidget *box = column->parentWidget();
    ChangedField whole = members.front();
    QStringList words;
    for (const ChangedField &changed : members) {
        words.append(wordsOf(view, changed));
        whole.time = std::max(whole.time, changed.time);
        for (const QString &actor : changed.actors)
            if (!whole.actors.contains(actor))
                whole.actors.append(actor);
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(grid::inside);
    auto *label = newLabel(box, fieldLabel(*whole.field), Type::Small, Role::SecondText);
    label->setMinimumWidth(scaled(box->font(), 120));
    auto *value = newReading(box, words.join(QStringLiteral(", ")), Type::Body, Role::Text);
    value->setObjectName(QStringLiteral("changedValue"));
    value->setWordWrap(true);
    line->addWidget(label, 0, Qt::AlignTop);
    line->addWidget(value, 1);
    if (aside)
        line->addWidget(newLabel(box, aside(whole), Type::Small, Role::ThirdText), 0, Qt::AlignTop);
    column->addLayout(line);
}

} // namespace

void addChangeRows(const CaseView &view, const ChangedThing &thing, const ChangeAside &aside, QVBoxLayout *column)
{
    for (auto at = thing.fields.begin(); at != thing.fields.end();) {
        const auto end =
            std::find_if(at, thing.fields.end(), [&](const ChangedField &other) { return other.field != at->field; });
        if (at->field->type == ValueType::Text && at->field->audience != Audience::Identity &&
            !isOfTemplate(*at->field))
            addText(*at, aside, column);
        else
            addLine(view, {at, end}, aside, column);
        at = end;
    }
}

QWidget *newMarkSamples(QWidget *parent)
{
    auto *samples = new QWidget(parent);
    auto *legend = new QHBoxLayout(samples);
    legend->setContentsMargins(0, 0, 0, 0);
    legend->setSpacing(grid::inside);
    legend->addWidget(new MarkSample(MarkedText::Mark::Added, ChangeRows::tr("added"), samples));
    legend->addWidget(new MarkSample(MarkedText::Mark::Removed, ChangeRows::tr("removed"), samples));
    return samples;
}

} // namespace adit
