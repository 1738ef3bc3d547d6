// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/xlsxpackage.h"

#include <QByteArrayMatcher>

#include <archive.h>
#include <archive_entry.h>

namespace adit {

namespace {

constexpr int mostEntries = 10'000;
constexpr qint64 mostPartBytes = 128 * 1024 * 1024;
/// 100 000 characters, each written as a numeric entity, fit.
constexpr qint64 longestText = 2 * 1024 * 1024;
/// Attributes are checked against each other, so a tag full of them costs the square of their number.
constexpr qint64 longestTag = 64 * 1024;

Error unreadable(const QString &expected)
{
    return {ErrorCode::SheetUnreadable, {}, expected};
}

Error damaged()
{
    return unreadable(QStringLiteral("an undamaged xlsx workbook"));
}

using Archive = std::unique_ptr<archive, int (*)(archive *)>;

/// Null if there is no zip directory to read.
Archive openArchive(const QByteArray &data)
{
    Archive reader(archive_read_new(), archive_read_free);
    archive_read_support_format_zip_seekable(reader.get());
    const bool isOpen =
        archive_read_open_memory(reader.get(), data.constData(), static_cast<std::size_t>(data.size())) == ARCHIVE_OK;
    return isOpen ? std::move(reader) : Archive(nullptr, archive_read_free);
}

/// Counted before libarchive builds its directory, which costs memory per entry.
bool hasTooManyEntries(const QByteArray &data)
{
    const QByteArrayMatcher matcher("PK\x01\x02", 4);
    int count = 0;
    for (qsizetype at = matcher.indexIn(data); at >= 0 && count <= mostEntries; at = matcher.indexIn(data, at + 4))
        ++count;
    return count > mostEntries;
}

} // namespace

PackagePart::PackagePart(std::shared_ptr<const QByteArray> data, const QString &name, int index)
    : m_data(std::move(data))
    , m_archive(openArchive(*m_data))
{
    setObjectName(name);
    openEntry(index);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

PackagePart::~PackagePart() = default;

void PackagePart::openEntry(int index)
{
    archive_entry *entry = nullptr;
    for (int i = 0; m_archive && i <= index; ++i) {
        if (archive_read_next_header(m_archive.get(), &entry) < ARCHIVE_WARN)
            m_archive.reset();
    }
    if (!m_archive)
        m_failure = damaged();
}

void PackagePart::drain()
{
    char rest[16 * 1024];
    while (readData(rest, sizeof rest) > 0) {
    }
}

qint64 PackagePart::readData(char *out, qint64 size)
{
    if (m_failure)
        return -1;
    if (m_isAtEnd || size == 0)
        return 0;
    const la_ssize_t count = archive_read_data(m_archive.get(), out, static_cast<std::size_t>(size));
    if (count < 0)
        m_failure = damaged();
    m_isAtEnd = count == 0;
    if (count > 0 && (m_total += count) > mostPartBytes)
        m_failure = Error{ErrorCode::SheetTooLarge, {}, QStringLiteral("at most 128 MB in a part of the workbook")};
    else if (count > 0 && !isAcceptable(out, count))
        m_failure = unreadable(QStringLiteral("a spreadsheet's XML, with tags up to 64 KB and texts up to 2 MB"));
    return m_failure ? -1 : count;
}

bool PackagePart::isAcceptable(const char *bytes, qint64 size)
{
    for (qint64 i = 0; i < size; ++i) {
        ++m_sinceTagBegin;
        if (bytes[i] == '<') {
            m_sinceTagBegin = 0;
            m_insideTag = 0;
        } else if (bytes[i] == '>') {
            m_insideTag = -1;
        } else if (m_insideTag >= 0) {
            ++m_insideTag;
        }
        if (m_sinceTagBegin > longestText || m_insideTag > longestTag)
            return false;
    }
    return true;
}

Result<XlsxPackage> XlsxPackage::open(const QByteArray &data)
{
    if (hasTooManyEntries(data))
        return Error{
            ErrorCode::SheetTooLarge, {}, QStringLiteral("at most %1 entries in the archive").arg(mostEntries)};
    XlsxPackage package;
    package.m_data = std::make_shared<const QByteArray>(data);
    const Archive reader = openArchive(data);
    archive_entry *entry = nullptr;
    int status = reader ? ARCHIVE_OK : ARCHIVE_FATAL;
    for (int index = 0; reader; ++index) {
        status = archive_read_next_header(reader.get(), &entry);
        if (status < ARCHIVE_WARN || status == ARCHIVE_EOF)
            break;
        const char *name = archive_entry_pathname(entry);
        if (!name)
            continue;
        if (archive_entry_is_encrypted(entry))
            return unreadable(QStringLiteral("an xlsx workbook without a password"));
        const QString part = QString::fromUtf8(name).toLower();
        if (package.m_entries.contains(part))
            return unreadable(QStringLiteral("an archive that names no part twice"));
        package.m_entries.insert(part, index);
    }
    if (status != ARCHIVE_EOF)
        return damaged();
    return package;
}

std::unique_ptr<PackagePart> XlsxPackage::part(const QString &part) const
{
    return std::make_unique<PackagePart>(m_data, part, m_entries.value(part.toLower(), mostEntries));
}

} // namespace adit
