// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/papers/paper.h"
#include "core/report/words.h"

namespace adit {

namespace {

/// Screen and print from one sheet of style; inks as in core/report/sheet.h.
constexpr const char *style = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1b1b1b; font: 1.06rem/1.55 "Noto Serif", "Noto Serif CJK SC", Georgia, serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.2rem 1.2rem 3rem; overflow-wrap: anywhere; }
.kind, h2, dt, th, .strip, footer, .note { font-family: "Noto Sans", "Noto Sans CJK SC", system-ui, sans-serif; }
.kind { margin: 0; font-size: .92rem; font-weight: 700; }
.strip { display: inline-block; margin: 0 0 .9rem; padding: .2rem .6rem; background: #ececec; font-size: .92rem; font-weight: 700; }
h1 { margin: .2rem 0 .5rem; font-size: 2.1rem; line-height: 1.2; font-weight: 400; }
.lead { margin: 0 0 1.2rem; font-size: 1.2rem; line-height: 1.5; }
section { border-top: 1px solid #9a9a9a; padding: .8rem 0 .7rem; }
h2 { margin: 0 0 .35rem; font-size: 1rem; line-height: 1.4; }
p { margin: 0 0 .5rem; white-space: pre-line; }
ul { margin: 0; padding-left: 1.2rem; }
li { margin: 0 0 .3rem; }
dl { margin: 0 0 1rem; border-top: 1px solid #9a9a9a; }
dl > div { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: .35rem 0; border-bottom: 1px solid #d2d2d2; }
dt { flex: 0 0 11rem; font-weight: 700; font-size: .95rem; }
dd { flex: 1 1 16rem; margin: 0; }
.blank { display: block; min-width: 12rem; height: 1.9rem; border-bottom: 1px solid #1b1b1b; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .92rem; line-height: 1.45; }
th, td { overflow-wrap: break-word; padding: .35rem .8rem .35rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid #d2d2d2; font-weight: 400; white-space: pre-line; }
thead th { color: #555; font-size: .85rem; border-bottom: 1.5px solid #1b1b1b; }
.note { color: #555; font-size: .88rem; }
footer { border-top: 1px solid #9a9a9a; padding-top: .6rem; color: #555; font-size: .85rem; }
@media (min-width: 44rem) {
  section.beside { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; }
}
@media print {
  @page { size: A4; margin: 18mm 20mm; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  dl > div, li, tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
}
)";

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString element(const char *name, const QString &text, const char *attributes = "")
{
    return QLatin1Char('<') + QLatin1String(name) + QLatin1String(attributes) + QLatin1Char('>') + escaped(text) +
           QStringLiteral("</") + QLatin1String(name) + QStringLiteral(">\n");
}

QString blanks(int lines)
{
    return QStringLiteral("<span class=\"blank\"></span>\n").repeated(lines);
}

QString listOrParagraphs(const PaperPiece &piece)
{
    QString out;
    for (const QString &paragraph : piece.paragraphs)
        out += element(piece.isList ? "li" : "p", paragraph);
    return piece.isList && !out.isEmpty() ? QStringLiteral("<ul>\n") + out + QStringLiteral("</ul>\n") : out;
}

QString factHtml(const PaperPiece &piece)
{
    return QStringLiteral("<div>") + element("dt", piece.label) + QStringLiteral("<dd>") +
           (piece.blankLines > 0 ? blanks(1) : escaped(piece.paragraphs.value(0))) + QStringLiteral("</dd></div>\n");
}

QString tableHtml(const PaperPiece &piece)
{
    QString out = QStringLiteral("<section>\n") + element("h2", piece.label);
    if (!piece.rows.empty()) {
        out += QStringLiteral("<div class=\"scroll\"><table>\n<thead><tr>");
        for (const QString &head : piece.heads)
            out += element("th", head, " scope=\"col\"");
        out += QStringLiteral("</tr></thead>\n<tbody>\n");
        for (const QStringList &row : piece.rows) {
            out += QStringLiteral("<tr>");
            for (qsizetype i = 0; i < row.size(); ++i)
                out += i == 0 ? element("th", row[i], " scope=\"row\"") : element("td", row[i]);
            out += QStringLiteral("</tr>\n");
        }
        out += QStringLiteral("</tbody></table></div>\n");
    }
    return out + listOrParagraphs(piece) + QStringLiteral("</section>\n");
}

QString pieceHtml(const PaperPiece &piece)
{
    switch (piece.kind) {
    case PaperPiece::Kind::Fact:
        return factHtml(piece);
    case PaperPiece::Kind::Table:
        return tableHtml(piece);
    case PaperPiece::Kind::Note:
        return element("p", piece.paragraphs.value(0), " class=\"note\"");
    case PaperPiece::Kind::Section:
        break;
    }
    return QStringLiteral("<section class=\"beside\">\n") + element("h2", piece.label) + QStringLiteral("<div>\n") +
           listOrParagraphs(piece) + blanks(piece.blankLines) + QStringLiteral("</div>\n</section>\n");
}

/// Facts that follow each other are one list.
QString piecesHtml(const std::vector<PaperPiece> &pieces)
{
    QString out;
    bool isOpen = false;
    for (const PaperPiece &piece : pieces) {
        const bool isFact = piece.kind == PaperPiece::Kind::Fact;
        if (isFact != isOpen)
            out += isFact ? QStringLiteral("<dl>\n") : QStringLiteral("</dl>\n");
        isOpen = isFact;
        out += pieceHtml(piece);
    }
    return isOpen ? out + QStringLiteral("</dl>\n") : out;
}

} // namespace

QByteArray paperHtml(const Paper &paper)
{
    QString out = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                      .arg(escaped(paper.language));
    out += element("title", paper.documentTitle);
    out += QStringLiteral("<meta name=\"description\" content=\"%1\">\n").arg(escaped(paper.subject));
    out += QStringLiteral("<style>") + QLatin1String(style) + QStringLiteral("</style>\n</head>\n<body>\n<main>\n");
    if (!paper.strip.isEmpty())
        out += element("p", paper.strip, " class=\"strip\"");
    out += element("p", paper.kind, " class=\"kind\"") + element("h1", paper.title);
    if (!paper.lead.isEmpty())
        out += element("p", paper.lead, " class=\"lead\"");
    out += piecesHtml(paper.pieces);
    if (!paper.footer.isEmpty())
        out += element("footer", paper.footer);
    return (out + QStringLiteral("</main>\n</body>\n</html>\n")).toUtf8();
}

} // namespace adit
