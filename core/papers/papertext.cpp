// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/paper.h"

namespace adit {

namespace {

QString blankLine()
{
    return QStringLiteral("____________________");
}

/// A cell's own lines would look like rows.
QString oneLine(const QString &cell)
{
    return cell.split(QLatin1Char('\n'), Qt::SkipEmptyParts).join(QLatin1Char(' ')).simplified();
}

QStringList tableLines(const PaperPiece &piece)
{
    QStringList lines{piece.label};
    const auto row = [](const QStringList &cells) {
        QStringList words;
        for (const QString &cell : cells)
            words.append(oneLine(cell));
        while (!words.isEmpty() && words.last().isEmpty())
            words.removeLast();
        return words.join(QStringLiteral(" | "));
    };
    if (!piece.rows.empty())
        lines.append(row(piece.heads));
    for (const QStringList &cells : piece.rows)
        lines.append(row(cells));
    return lines + piece.paragraphs;
}

QStringList linesOf(const PaperPiece &piece)
{
    switch (piece.kind) {
    case PaperPiece::Kind::Fact:
        return {piece.label + QStringLiteral(": ") + (piece.blankLines > 0 ? blankLine() : piece.paragraphs.value(0))};
    case PaperPiece::Kind::Table:
        return tableLines(piece);
    case PaperPiece::Kind::Note:
        return piece.paragraphs;
    case PaperPiece::Kind::Section:
        break;
    }
    QStringList lines;
    if (!piece.label.isEmpty())
        lines.append(piece.label);
    for (const QString &paragraph : piece.paragraphs)
        lines.append(piece.isList ? QStringLiteral("- ") + paragraph : paragraph);
    for (int i = 0; i < piece.blankLines; ++i)
        lines.append(blankLine());
    return lines;
}

} // namespace

QString paperText(const std::vector<PaperPiece> &pieces)
{
    QString out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool follows = i > 0 && pieces[i].kind == PaperPiece::Kind::Fact && pieces[i - 1].kind == pieces[i].kind;
        if (i > 0)
            out += follows ? QStringLiteral("\n") : QStringLiteral("\n\n");
        out += linesOf(pieces[i]).join(QLatin1Char('\n'));
    }
    return out;
}

QString paperText(const Paper &paper)
{
    QStringList head;
    for (const QString &line : {paper.strip, paper.kind, paper.title, paper.lead})
        if (!line.isEmpty())
            head.append(line);
    return head.join(QStringLiteral("\n")) + QStringLiteral("\n\n") + paperText(paper.pieces);
}

} // namespace adit
