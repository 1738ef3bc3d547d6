// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdffile.h"

#include "core/base/hashing.h"

#include <zlib.h>

namespace adit::pdf {

namespace {

constexpr int compressionLevel = 5;

QByteArray paddedOffset(qsizetype offset)
{
    return QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
}

} // namespace

QByteArray flate(const QByteArray &data)
{
    uLongf size = compressBound(static_cast<uLong>(data.size()));
    QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
    // Cannot fail: the buffer is as large as the bound, and the level is valid.
    compress2(reinterpret_cast<Bytef *>(out.data()), &size, reinterpret_cast<const Bytef *>(data.constData()),
              static_cast<uLong>(data.size()), compressionLevel);
    out.truncate(static_cast<qsizetype>(size));
    return out;
}

PdfFile::PdfFile()
    : m_bytes("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
    , m_offsets(1, 0)
{}

ObjectId PdfFile::reserve()
{
    m_offsets.push_back(0);
    return static_cast<ObjectId>(m_offsets.size() - 1);
}

void PdfFile::open(ObjectId id)
{
    qsizetype &offset = m_offsets.at(static_cast<std::size_t>(id));
    m_twice = m_twice || offset != 0;
    offset = m_bytes.size();
    m_bytes += QByteArray::number(static_cast<int>(id)) + " 0 obj\n";
}

void PdfFile::write(ObjectId id, const QByteArray &body)
{
    open(id);
    m_bytes += body;
    m_bytes += "\nendobj\n";
}

ObjectId PdfFile::add(const QByteArray &body)
{
    const ObjectId id = reserve();
    write(id, body);
    return id;
}

void PdfFile::writeStream(ObjectId id, const QByteArray &entries, const QByteArray &data, Packing packing)
{
    const QByteArray packed = packing == Packing::Flate ? flate(data) : data;
    open(id);
    m_bytes += "<< " + entries + (packing == Packing::Flate ? " /Filter /FlateDecode" : "") + " /Length " +
               QByteArray::number(packed.size()) + " >>\nstream\n";
    m_bytes += packed;
    m_bytes += "\nendstream\nendobj\n";
}

Result<QByteArray> PdfFile::finish(ObjectId catalog, ObjectId info)
{
    if (m_twice)
        return Error{ErrorCode::ReportFailed, QStringLiteral("pdf"), QStringLiteral("object written twice")};
    const QByteArray id = hexString(toBytes(sha256(m_bytes)).left(16));
    const QByteArray start = QByteArray::number(m_bytes.size());
    m_bytes += "xref\n0 " + QByteArray::number(static_cast<qsizetype>(m_offsets.size())) + "\n0000000000 65535 f \n";
    for (std::size_t number = 1; number < m_offsets.size(); ++number) {
        if (m_offsets[number] == 0)
            return Error{ErrorCode::ReportFailed, QStringLiteral("pdf"),
                         QStringLiteral("object %1 never written").arg(number)};
        m_bytes += paddedOffset(m_offsets[number]);
    }
    m_bytes += "trailer\n<< /Size " + QByteArray::number(static_cast<qsizetype>(m_offsets.size())) + " /Root " +
               reference(catalog) + " /Info " + reference(info) + " /ID [" + id + ' ' + id + "] >>\nstartxref\n" +
               start + "\n%%EOF\n";
    return std::move(m_bytes);
}

} // namespace adit::pdf
