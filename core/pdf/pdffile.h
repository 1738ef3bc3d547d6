// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pdf/syntax.h"

#include <vector>

namespace adit::pdf {

/// Whether the bytes of a stream are packed. Metadata stays plain, so that any tool can find it.
enum class Packing { Flate, None };

/// Bytes packed as every stream of a file is: always the same level, so always the same bytes.
QByteArray flate(const QByteArray &data);

/// The container: numbered objects, their cross-reference table and the trailer. Knows nothing of pages. The file's id
/// is a hash of what was written, so that the same content is the same file, byte for byte.
class PdfFile
{
public:
    PdfFile();

    /// A number to refer to before its object is written.
    ObjectId reserve();
    /// Each reserved number is written exactly once.
    void write(ObjectId id, const QByteArray &body);
    ObjectId add(const QByteArray &body);
    /// `entries`: what the stream's dictionary holds besides length and filter ("/Type /Metadata").
    void writeStream(ObjectId id, const QByteArray &entries, const QByteArray &data, Packing packing = Packing::Flate);

    /// The whole file; ReportFailed if a reserved object was never written or one was written twice.
    Result<QByteArray> finish(ObjectId catalog, ObjectId info);

private:
    void open(ObjectId id);

    QByteArray m_bytes;
    std::vector<qsizetype> m_offsets; ///< by object number; 0: not written yet
    bool m_twice = false;
};

} // namespace adit::pdf
