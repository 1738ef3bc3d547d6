// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/publicrecord.h"

#include "core/base/merkletree.h"
#include "core/release/jcs.h"

#include <QJsonArray>
#include <algorithm>

namespace adit {

namespace {

/// Puts the hash of a withheld part in its place. `path` ends in /parts/N/text.
void putSealed(QJsonValue &value, QStringList names, const QString &hash)
{
    if (names.size() == 1) {
        QJsonObject part = value.toObject();
        part.insert(QStringLiteral("leaf"), hash);
        value = part;
        return;
    }
    const QString name = names.takeFirst();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        QJsonValue member = array[name.toLongLong()];
        putSealed(member, std::move(names), hash);
        array.replace(name.toLongLong(), member);
        value = array;
    } else {
        QJsonObject object = value.toObject();
        QJsonValue member = object[name];
        putSealed(member, std::move(names), hash);
        object.insert(name, member);
        value = object;
    }
}

} // namespace

PublicRecord::PublicRecord(const PublicAssessment &assessment, const CaseView &view, int release,
                           const LeafSalts &salts)
    : m_release(release)
{
    RecordBuilder builder(assessment, view);
    QJsonValue record = builder.record(release);
    m_hidden = builder.takeHidden();
    const std::vector<RecordLeaf> leaves = recordLeaves(record.toObject());
    m_hashes.reserve(leaves.size());
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const RecordLeaf &leaf = leaves[i];
        const auto index = static_cast<qsizetype>(i);
        const QByteArray salt = salts.of(leaf.path, index);
        const QJsonValue value = leaf.isWithheld() ? QJsonValue(m_hidden[leaf.path].text) : leaf.value;
        m_hashes.push_back(leafHash(leafBytes(leaf.path, index, salt, value)));
        m_salts.push_back(salt);
        m_paths.push_back(leaf.path);
        if (!leaf.isWithheld())
            continue;
        putSealed(record, leaf.path.mid(1).split(QLatin1Char('/')), toHex(m_hashes.back()));
        m_byRedaction.insert(m_hidden[leaf.path].redaction, leaf.path);
    }
    m_record = record.toObject();
    m_root = treeRoot(m_hashes);
}

QByteArray PublicRecord::bytes() const
{
    QJsonArray leaves;
    for (std::size_t i = 0; i < m_hashes.size(); ++i) {
        QJsonObject leaf{{QStringLiteral("hash"), toHex(m_hashes[i])}};
        if (!m_hidden.contains(m_paths[i]))
            leaf.insert(QStringLiteral("salt"), QString::fromLatin1(m_salts[i].toHex()));
        leaves.append(leaf);
    }
    QJsonObject whole = m_record;
    whole.insert(QStringLiteral("leaves"), leaves);
    return jcs(whole);
}

QStringList PublicRecord::withheld() const
{
    QStringList paths;
    for (const QString &path : m_paths)
        if (m_hidden.contains(path))
            paths.append(path);
    return paths;
}

std::optional<QJsonObject> PublicRecord::disclosure(const QString &path) const
{
    const auto found = std::ranges::find(m_paths, path);
    if (found == m_paths.end() || !m_hidden.contains(path))
        return std::nullopt;
    const auto index = static_cast<std::size_t>(found - m_paths.begin());
    QJsonArray proof;
    for (const Digest &hash : inclusionProof(m_hashes, index))
        proof.append(toHex(hash));
    return QJsonObject{{QStringLiteral("format"), QStringLiteral("adit-disclosure/1")},
                       {QStringLiteral("release"), m_release},
                       {QStringLiteral("root"), toHex(m_root)},
                       {QStringLiteral("leaf_count"), leafCount()},
                       {QStringLiteral("path"), path},
                       {QStringLiteral("index"), static_cast<qsizetype>(index)},
                       {QStringLiteral("salt"), QString::fromLatin1(m_salts[index].toHex())},
                       {QStringLiteral("value"), m_hidden[path].text},
                       {QStringLiteral("proof"), proof}};
}

} // namespace adit
