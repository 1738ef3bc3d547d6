// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/canvas.h"
#include "core/pdf/metadata.h"
#include "core/pdf/typesetter.h"

#include <deque>

namespace adit::pdf {

/// How the pages from one on are called by the reader's program.
struct PageLabels
{
    enum class Style { Decimal, LowerRoman };

    int fromPage = 0; ///< from 0
    Style style = Style::Decimal;
    QString prefix = {};
    int first = 1;
};

/// One tagged PDF being made, page by page, in reading order. The order of use:
///
///     Document document(typesetter, {.title = …, .language = …, .created = …});
///     Canvas &page = document.beginPage();
///     {
///         const TagGuard heading = document.tag(Role::H1);
///         page.text(title, {62, 70});
///     }
///     const Result<QByteArray> bytes = document.finish();
///
/// Same calls, same bytes. Nothing is written to disk.
class Document
{
public:
    Document(const Typesetter &typesetter, DocumentInfo info);
    Document(const Document &) = delete;
    Document &operator=(const Document &) = delete;

    /// Ends the page before. Tags stay open across pages: that is how a paragraph or a table goes on.
    Canvas &beginPage(Size size = a4);
    int pageCount() const { return static_cast<int>(m_pages.size()); }

    /// A new child of the tag open now. A Figure's box is on the page open now.
    TagGuard tag(Role role, const TagAttributes &attributes = {});
    /// Opens an element again: the rest of a row on the next page, a cell after its row.
    TagGuard tag(ElementId element) { return {m_marking, element}; }
    TagGuard artifact(Artifact kind = Artifact::Layout) { return {m_marking, kind}; }
    /// A new element that is not opened yet.
    ElementId element(Role role, const TagAttributes &attributes = {});

    /// A place on the page open now, for links and the outline. A name used twice is a fault.
    void destination(const QString &name, double y);
    /// Level 0 is the outermost; a level follows at most one deeper than the entry before.
    void outline(int level, const QString &title, const QString &destination);
    void pageLabels(std::vector<PageLabels> labels) { m_labels = std::move(labels); }

    /// The file. ReportFailed for faults of the caller (paint without a tag, a link to nowhere, …), FontMissing where
    /// text could not be drawn. Called once.
    Result<QByteArray> finish();

private:
    struct Page
    {
        ObjectId object;
        Size size;
        std::vector<ObjectId> annotations;
    };
    struct Place
    {
        int page;
        double y; ///< from the bottom
    };
    struct Entry
    {
        int level;
        QString title;
        QString destination;
        ObjectId object;
        int parent; ///< -1: top
    };
    struct PendingLink
    {
        LinkArea place;
        int page;
        ObjectId object;
        int key;
    };

    void fail(const QString &detail);
    void endPage();
    void writeLinks();
    void writePages(const QByteArray &fonts, ObjectId pageTree);
    QByteArray destinations() const;
    ObjectId writeOutline();
    QByteArray outlineEntry(std::size_t index, ObjectId top) const;
    QByteArray labels() const;
    QByteArray catalog(ObjectId pageTree, ObjectId structure, ObjectId xmp, ObjectId intent, ObjectId outline) const;
    QByteArray target(const Place &place) const;

    DocumentInfo m_info;
    PdfFile m_file;
    TagTree m_tree;
    Marking m_marking{m_tree};
    FontBook m_fonts;
    ImageBook m_images;
    std::optional<Canvas> m_canvas;
    std::vector<Page> m_pages;
    std::vector<ObjectId> m_contents;
    std::vector<PendingLink> m_links;
    std::map<QByteArray, Place> m_places; ///< by the UTF-8 of the name, in the order the file wants
    std::vector<Entry> m_outline;
    std::vector<PageLabels> m_labels;
    std::optional<Error> m_fault;
};

} // namespace adit::pdf
