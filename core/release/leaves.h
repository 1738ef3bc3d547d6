// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hashing.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

namespace adit {

// A public record is a JSON object; each value in it is a leaf of a tree whose root is signed, so that one withheld
// passage can be shown to one party later and checked against the same signature (report.md, Release). Bytes:
// resources/guide/release-format.md.

/// One value of a record at its place.
struct RecordLeaf
{
    QString path;                      ///< JSON pointer (RFC 6901)
    QJsonValue value;                  ///< of a withheld one: nothing
    std::optional<Digest> sealed = {}; ///< of a withheld one: its hash, as the record has it
    QString reason = {};               ///< of a withheld one: why; empty where that is no reason there is

    bool isWithheld() const { return sealed.has_value(); }
};

/// All leaves in the order of the document: members sorted, arrays as they are. `standard` is one leaf; in an object
/// with `withheld`, `leaf` stands for the text that is not there; `leaves` is no part of the record.
std::vector<RecordLeaf> recordLeaves(const QJsonObject &record);

/// Bytes that a leaf is the hash of: JCS of its path, index, salt and value.
QByteArray leafBytes(const QString &path, qsizetype index, const QByteArray &salt, const QJsonValue &value);

/// Salts of one release: secret without the case, the same again with it, and of no use for another release.
class LeafSalts
{
public:
    LeafSalts(QByteArray caseSecret, int release)
        : m_secret(std::move(caseSecret))
        , m_release(release)
    {}
    /// 16 bytes: HMAC-SHA-256 of the secret over release number, path and index.
    QByteArray of(const QString &path, qsizetype index) const;

private:
    QByteArray m_secret;
    int m_release;
};

} // namespace adit
