// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/typesetter.h"
#include "core/report/publicassessment.h"

#include <functional>

namespace adit {

/// One stretch of a working paper, whatever it is drawn as.
struct PaperPiece
{
    enum class Kind {
        Fact,    ///< a label and one value beside it
        Section, ///< a heading with paragraphs or a list
        Table,   ///< a heading and rows under heads
        Note     ///< small print: the first paragraph
    };
    Kind kind = Kind::Section;
    QString label = {};
    QStringList paragraphs = {};
    bool isList = false;
    int blankLines = 0; ///< below the paragraphs, to fill in by hand
    QStringList heads = {};
    std::vector<double> shares = {}; ///< of a table's width, one for each column; together 1
    std::vector<QStringList> rows = {};
};

/// The working papers of an audit: the announcement, the team proposal, the audit plan, the comments of a review. What
/// one says is made once (announcement.h, workingpapers.h) and comes out as pages, as a web page or as plain text. A
/// value, made from a case at once; what is drawn from it no longer looks at the case.
struct Paper
{
    QString language = QStringLiteral("en");
    QString table = QStringLiteral("papers"); ///< of words, for what stands at the edges of a page
    QString documentTitle = {};               ///< in a list of windows or files
    QString subject = {};
    QString kind = {};   ///< "Audit plan", above the title
    QString title = {};  ///< the mine
    QString lead = {};   ///< one or two sentences under the title
    QString strip = {};  ///< what must not be overlooked: a fictional sample, a copy for the team alone
    QString footer = {}; ///< for whom it is; empty for everyone
    QString author = {};
    QDate day = {2000, 1, 1}; ///< for its metadata, from the case and never from the clock
    bool isNotice = false;    ///< large type for a wall, on one page if it fits
    bool isAnonymous = false; ///< names nobody and nothing, the program that made it included
    std::vector<PaperPiece> pieces = {};
    QStringList missing = {}; ///< what was left blank, by the names of fields and options
};

enum class PaperFormat { Pdf, Html };
PaperFormat paperFormat(const QString &code); ///< "pdf", "html"
QString paperFormatCode(PaperFormat format);

/// As tagged pages. `around` is the case's public record, for the region whose languages are spoken there. Same input,
/// same bytes. Errors and threads as for renderReport().
Result<QByteArray> paperPdf(const Paper &paper, const PublicAssessment &around, pdf::Typesetter &typesetter,
                            const std::function<bool(double)> &progress = {});
/// As one web page that holds all it needs: no script, nothing to fetch, everything typed escaped; prints well.
QByteArray paperHtml(const Paper &paper);
/// As plain text: headings on lines of their own, entries of lists with dashes, rows with " | ".
QString paperText(const Paper &paper);
/// The pieces alone.
QString paperText(const std::vector<PaperPiece> &pieces);

} // namespace adit
