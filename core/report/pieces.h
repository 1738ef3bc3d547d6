// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/flow.h"

/// What several parts are made of: titles, labelled text, tables.
namespace adit::report {

/// Lines of a text field, without blank ones.
QStringList paragraphsOf(const QString &text);
/// Where a chapter, a requirement or a planned action is found.
QString place(const RequirementCode &code);
QString actionPlace(const RequirementCode &code);
/// "◆ 1.2.2.2" with the diamond where it is critical.
void addCode(pdf::Paragraph &paragraph, const Context &context, const StandardNode &node, const pdf::TextStyle &style,
             const pdf::Link &link = {});

/// Number and title of a chapter over both columns, at the top of a block; returns where they end.
double addChapterHeading(Block &block, const Context &context, const StandardNode &node);
/// The title of a part, and the sentence under it if there is one.
void addTitle(Part &part, const Context &context, const QString &title, const QString &lead = {});
/// A heading in the label column with paragraphs beside it; nothing written reads "not stated".
void addLabelled(Part &part, const Context &context, const QString &label, const QStringList &paragraphs,
                 const pdf::TextStyle &style);
/// The same with a list.
void addBullets(Part &part, const Context &context, const QString &label, const QStringList &items);
/// A heading in the label column for the table that follows in the text column.
void addTableLabel(Part &part, const Context &context, const char *key);
void addNote(Part &part, const Context &context, const QString &text, double x, double width);
/// A list with dashes, as one cell; requirements named in it are links. Returns where it ends.
double addList(Block &block, const Context &context, const QStringList &items, double x, double y, double width,
               double leading);
/// `dashSize`: of the dashes and their indent, beside larger text.
double addList(Block &block, const Context &context, const std::vector<pdf::Paragraph> &items, double x, double y,
               double dashSize = 8.5);
double listIndent(double dashSize = 8.5);

/// A table of several rows with a head that repeats. Rows are kept whole where they fit a page.
class Table
{
public:
    struct Column
    {
        QString head = {};
        double x = 0;
        double width = 0;
        pdf::Align align = pdf::Align::Start;
    };
    struct Style
    {
        pdf::TextStyle text = {};
        double leading = 14;
        double padding = 0; ///< above and below the text of a row
        pdf::Stroke rule = {};
        double spaceBefore = 0;
        bool rowsHaveHeads = true; ///< the first cell of a row says what the others are about
    };

    Table(Part &part, const Context &context, std::vector<Column> columns, Style style);

    const Column &column(std::size_t i) const { return m_columns[i]; }
    pdf::TextBlock cell(std::size_t column, const QString &text, bool bold = false) const;
    /// A row of texts set before, one for each column; the first is the row's head. Returns the row's block, to add to.
    Block &row(std::vector<pdf::TextBlock> texts, const QString &destination = {});
    Block &row(const QStringList &texts, bool bold = false);

private:
    void addHead(double spaceBefore);

    Part &m_part;
    const Context &m_context;
    std::vector<Column> m_columns;
    Style m_style;
    std::shared_ptr<TableTags> m_tags = std::make_shared<TableTags>();
    int m_head = -1;
};

/// Of small tables in the text column.
Table::Style textTable();

/// A number of the page where `destination` is, right-aligned in a column; clickable.
Cell pageCell(const QString &destination, pdf::Role role, double x, double width, double y, double leading);

} // namespace adit::report
