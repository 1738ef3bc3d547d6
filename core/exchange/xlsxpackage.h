// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QIODevice>
#include <memory>
#include <optional>

struct archive;

namespace adit {

/// One part of a zip archive, inflated while it is read, so that a part never stands in memory. Stops with a failure at
/// more than 128 MB, at text or a tag too long to be a spreadsheet's, and at damage.
class PackagePart : public QIODevice
{
public:
    PackagePart(std::shared_ptr<const QByteArray> data, const QString &name, int index);
    ~PackagePart() override;

    bool isSequential() const override { return true; }
    /// Why reading stopped early; subject is left empty.
    std::optional<Error> failure() const { return m_failure; }
    /// Reads to the end, which is where damage shows.
    void drain();

protected:
    qint64 readData(char *out, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    void openEntry(int index);
    bool isAcceptable(const char *bytes, qint64 size);

    std::shared_ptr<const QByteArray> m_data;
    std::unique_ptr<archive, int (*)(archive *)> m_archive;
    qint64 m_total = 0;
    qint64 m_sinceTagBegin = 0;
    qint64 m_insideTag = -1;
    bool m_isAtEnd = false;
    std::optional<Error> m_failure;
};

/// The zip container of an xlsx file (OPC): which parts there are. Bounded in the number of entries; encrypted archives
/// and archives naming a part twice are refused.
class XlsxPackage
{
public:
    /// Errors: SheetUnreadable, SheetTooLarge; the subject is left empty.
    static Result<XlsxPackage> open(const QByteArray &data);

    /// Names are compared without regard to case, as OPC demands. No leading slash.
    bool contains(const QString &part) const { return m_entries.contains(part.toLower()); }
    std::unique_ptr<PackagePart> part(const QString &part) const;

private:
    std::shared_ptr<const QByteArray> m_data;
    QHash<QString, int> m_entries;
};

} // namespace adit
