// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/releasecheck.h"

#include "core/base/merkletree.h"
#include "core/release/publicrecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace adit {

namespace {

const QString manifestName = QStringLiteral("release.json");
const QString recordName = QStringLiteral("assessment.json");

class Check
{
public:
    Check(const ReleaseFiles &files, const TrustedName &trusted)
        : m_files(files)
        , m_trusted(trusted)
    {}

    ReleaseVerdict run()
    {
        const auto manifest = m_files.find(manifestName);
        if (manifest == m_files.end()) {
            problem("manifest", manifestName, QStringLiteral("is not there"));
            return std::move(m_verdict);
        }
        auto read = readManifest(manifest->second, manifestName);
        if (!read) {
            problem("manifest", manifestName, read.error().detail);
            return std::move(m_verdict);
        }
        m_verdict.manifest = std::move(*read);
        checkFiles();
        checkRecord();
        checkSignatures();
        return std::move(m_verdict);
    }

private:
    void problem(const char *what, const QString &where, const QString &text)
    {
        m_verdict.problems.push_back({QLatin1String(what), where, text});
    }

    void checkFiles()
    {
        const auto &expected = m_verdict.manifest.files;
        for (const ReleasedFile &file : expected) {
            const auto found = m_files.find(file.name);
            if (found == m_files.end())
                problem("file", file.name, QStringLiteral("is not there"));
            else if (found->second.size() != file.bytes || toHex(sha256(found->second)) != file.sha256)
                problem("file", file.name, QStringLiteral("was changed"));
        }
        for (const auto &[name, bytes] : m_files)
            if (name != manifestName && std::ranges::find(expected, name, &ReleasedFile::name) == expected.end())
                problem("file", name, QStringLiteral("is no part of this release"));
    }

    void checkRecord()
    {
        const auto file = m_files.find(recordName);
        if (file == m_files.end())
            return std::ranges::find(m_verdict.manifest.files, recordName, &ReleasedFile::name) ==
                           m_verdict.manifest.files.end()
                       ? problem("record", recordName, QStringLiteral("is not there"))
                       : void();
        const auto record = readRecord(file->second, recordName);
        if (!record)
            return problem("record", recordName, record.error().detail);
        for (const QString &path : record->changed)
            problem("record", path, QStringLiteral("is not the value that was committed to"));
        const ReleaseManifest &manifest = m_verdict.manifest;
        if (toHex(record->root) != manifest.root)
            problem("root", recordName, QStringLiteral("its root is not the one that was signed"));
        if (record->release != manifest.number ||
            record->json[QLatin1String("leaves")].toArray().size() != manifest.leafCount ||
            record->json[QLatin1String("standard_hash")].toString() != manifest.standardHash)
            problem("record", recordName, QStringLiteral("is the record of another release"));
        const auto wrong = wrongScores(record->json, recordName);
        if (!wrong)
            problem("score", recordName, wrong.error().detail);
        else
            for (const QString &path : *wrong)
                problem("score", path, QStringLiteral("does not follow from the ratings"));
        countWithheld(*record);
    }

    void countWithheld(const ReadRecord &record)
    {
        std::map<std::pair<QString, QString>, int> counts;
        for (const ReadRecord::Withheld &withheld : record.withheld)
            ++counts[{withheld.chapter, withheld.reason}];
        for (const auto &[key, count] : counts)
            m_verdict.withheld.push_back({key.first, key.second, count});
    }

    void checkSignatures()
    {
        const ReleaseManifest &manifest = m_verdict.manifest;
        for (const ReleaseSignature &signature : manifest.signatures) {
            if (!isGenuine(manifest, signature)) {
                problem("signature", signature.role, QStringLiteral("is not of what is here"));
                continue;
            }
            const QString fingerprint = signature.fingerprint();
            const auto name = m_trusted ? m_trusted(fingerprint) : std::nullopt;
            m_verdict.signers.push_back(
                {signature.role, fingerprint, signature.time, name.has_value(), name.value_or(QString())});
        }
    }

    const ReleaseFiles &m_files;
    const TrustedName &m_trusted;
    ReleaseVerdict m_verdict;
};

} // namespace

ReleaseVerdict checkRelease(const ReleaseFiles &files, const TrustedName &trusted)
{
    return Check(files, trusted).run();
}

Result<bool> isDisclosedPassage(const QByteArray &disclosure, const ReleaseManifest &manifest, const QString &path)
{
    const QJsonObject json = QJsonDocument::fromJson(disclosure).object();
    if (json[QLatin1String("format")].toString() != QLatin1String("adit-disclosure/1"))
        return Error{ErrorCode::ReleaseInvalid, path, QStringLiteral("format: adit-disclosure/1")};
    std::vector<Digest> proof;
    for (const QJsonValue &hash : json[QLatin1String("proof")].toArray())
        proof.push_back(digestFromBytes(QByteArray::fromHex(hash.toString().toLatin1())));
    const qint64 index = json[QLatin1String("index")].toInteger(-1);
    const QByteArray salt = QByteArray::fromHex(json[QLatin1String("salt")].toString().toLatin1());
    const Digest leaf =
        leafHash(leafBytes(json[QLatin1String("path")].toString(), index, salt, json[QLatin1String("value")]));
    return index >= 0 && isIncluded(leaf, static_cast<std::size_t>(index), static_cast<std::size_t>(manifest.leafCount),
                                    proof, digestFromBytes(QByteArray::fromHex(manifest.root.toLatin1())));
}

} // namespace adit
