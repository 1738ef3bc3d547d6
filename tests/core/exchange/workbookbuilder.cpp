// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/exchange/workbookbuilder.h"

#include <cstdlib>

#include <archive.h>
#include <archive_entry.h>

namespace adit {

const QByteArray transitionalXmlns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

namespace {

const QByteArray packageRels =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
    "Target='xl/workbook.xml'/></Relationships>";
const QByteArray workbookRels =
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' "
    "Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='r2' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles' "
    "Target='styles.xml'/>"
    "<Relationship Id='r3' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings' "
    "Target='/xl/sharedStrings.xml'/></Relationships>";

QByteArray element(const QByteArray &name, const QByteArray &content)
{
    return "<?xml version='1.0' encoding='UTF-8'?><" + name + " xmlns='" + transitionalXmlns + "'>" + content + "</" +
           name + ">";
}

} // namespace

WorkbookBuilder::WorkbookBuilder()
{
    part("_rels/.rels", packageRels);
    part("xl/_rels/workbook.xml.rels", workbookRels);
    part("xl/workbook.xml",
         element("workbook", "<sheets><sheet name='ratings' sheetId='1' xmlns:r='http://schemas.openxmlformats.org/"
                             "officeDocument/2006/relationships' r:id='r1'/></sheets>"));
    rows("<row r='1'><c r='A1' t='inlineStr'><is><t>requirement</t></is></c></row>");
}

WorkbookBuilder &WorkbookBuilder::part(const char *name, const QByteArray &content)
{
    return without(name).again(name, content);
}

WorkbookBuilder &WorkbookBuilder::again(const char *name, const QByteArray &content)
{
    m_parts.append({name, content});
    return *this;
}

WorkbookBuilder &WorkbookBuilder::without(const char *name)
{
    m_parts.removeIf([&](const auto &part) { return part.first == name; });
    return *this;
}

WorkbookBuilder &WorkbookBuilder::rows(const QByteArray &xml)
{
    return part("xl/worksheets/sheet1.xml", element("worksheet", "<sheetData>" + xml + "</sheetData>"));
}

WorkbookBuilder &WorkbookBuilder::strings(const QByteArray &xml)
{
    return part("xl/sharedStrings.xml", element("sst", xml));
}

WorkbookBuilder &WorkbookBuilder::styles(const QByteArray &xml)
{
    return part("xl/styles.xml", element("styleSheet", xml));
}

QByteArray WorkbookBuilder::zip() const
{
    constexpr qsizetype perEntry = 512; // headers and name
    qsizetype room = 1024 * 1024 + m_parts.size() * perEntry;
    for (const auto &part : m_parts)
        room += part.second.size();
    QByteArray out(room, '\0');
    std::size_t used = 0;
    archive *writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_set_bytes_per_block(writer, 0);
    archive_write_open_memory(writer, out.data(), static_cast<std::size_t>(out.size()), &used);
    for (const auto &[name, content] : m_parts) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.constData());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, content.size());
        archive_write_header(writer, entry);
        if (archive_write_data(writer, content.constData(), static_cast<std::size_t>(content.size())) != content.size())
            std::abort();
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    out.resize(static_cast<qsizetype>(used));
    return out;
}

} // namespace adit
