// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/releasecheck.h"

#include "core/base/merkletree.h"
#include "core/release/hexbytes.h"
#include "core/release/jcs.h"
#include "core/release/publicrecord.h"
#include "core/release/releasepictures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <optional>

namespace adit {

namespace {

const QString manifestName = QStringLiteral("release.json");
const QString recordName = QStringLiteral("assessment.json");
const QStringList partNames{recordName, QStringLiteral("report.html"), QStringLiteral("report.pdf")};
constexpr qsizetype digestSize = 32;
constexpr qsizetype saltSize = 16;

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
        QStringList names;
        for (const ReleasedFile &file : expected)
            names.append(file.name);
        if (names != partNames)
            problem("manifest", manifestName, QStringLiteral("names other files than a release has"));
        for (const ReleasedFile &file : expected) {
            const auto found = m_files.find(file.name);
            if (found == m_files.end())
                problem("file", file.name, QStringLiteral("is not there"));
            else if (found->second.size() != file.bytes || toHex(sha256(found->second)) != file.sha256)
                problem("file", file.name, QStringLiteral("was changed"));
            else if (partNames.contains(file.name))
                m_unchanged.append(file.name);
        }
        for (const auto &[name, bytes] : m_files)
            if (name != manifestName && std::ranges::find(expected, name, &ReleasedFile::name) == expected.end())
                problem("file", name, QStringLiteral("is no part of this release"));
    }

    void checkRecord()
    {
        const auto file = m_files.find(recordName);
        if (file == m_files.end())
            return; // said with the files
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
        for (const QString &path : wrongFigures(record->json))
            problem("record", path, QStringLiteral("is no figure or state that a record can have there"));
        checkLevel(record->json);
        checkPictures(record->json);
        countWithheld(*record);
    }

    /// Photos are in pages and web page as the record names them. Of a file that was changed it is said already.
    void checkPictures(const QJsonObject &record)
    {
        for (const QString &name : m_unchanged)
            if (name != recordName)
                for (const QString &wrong : wrongPictures(record, name, m_files.at(name)))
                    problem("picture", name, wrong);
    }

    /// A decision is never for more than the scores give.
    void checkLevel(const QJsonObject &record)
    {
        const auto rankOf = [&](const QString &code) {
            const QJsonArray levels = record[QLatin1String("standard")].toObject()[QLatin1String("levels")].toArray();
            const auto found = std::ranges::find_if(levels, [&](const QJsonValue &level) {
                return level.toObject()[QLatin1String("code")].toString() == code;
            });
            return found == levels.end() ? std::nullopt : std::optional(found - levels.begin());
        };
        const QString level = m_verdict.manifest.level;
        const auto decided = rankOf(level);
        const auto given = rankOf(record[QLatin1String("scores")]
                                      .toObject()[QLatin1String("level")]
                                      .toObject()[QLatin1String("achieved")]
                                      .toString());
        const bool isOther = level == QLatin1String("pending") || level == QLatin1String("postponed");
        if (!isOther && (!decided || !given || *decided < *given))
            problem("score", QStringLiteral("level"), QStringLiteral("is not one that the scores give"));
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
    QStringList m_unchanged; ///< files that are as they were signed
};

} // namespace

ReleaseVerdict checkRelease(const ReleaseFiles &files, const TrustedName &trusted)
{
    return Check(files, trusted).run();
}

namespace {

/// A file that was made to be shown to one party: these members and no others, in the one way to write them.
bool isWholeDisclosure(const QJsonObject &json, const QByteArray &bytes, const ReleaseManifest &manifest)
{
    constexpr qsizetype members = 9;
    return json.size() == members && jcs(json) == bytes && json[QLatin1String("value")].isString() &&
           json[QLatin1String("release")] == QJsonValue(manifest.number) &&
           json[QLatin1String("root")] == QJsonValue(manifest.root) &&
           json[QLatin1String("leaf_count")] == QJsonValue(manifest.leafCount);
}

std::optional<std::vector<Digest>> proofIn(const QJsonObject &json)
{
    std::vector<Digest> proof;
    const QJsonArray hashes = json[QLatin1String("proof")].toArray();
    for (const QJsonValue &hash : hashes) {
        const auto bytes = bytesFromHex(hash.toString(), digestSize);
        if (!bytes)
            return std::nullopt;
        proof.push_back(digestFromBytes(*bytes));
    }
    return proof;
}

} // namespace

Result<bool> isDisclosedPassage(const QByteArray &disclosure, const ReleaseFiles &files,
                                const ReleaseManifest &manifest, const QString &path)
{
    const QJsonObject json = QJsonDocument::fromJson(disclosure).object();
    if (json[QLatin1String("format")].toString() != QLatin1String("adit-disclosure/1"))
        return Error{ErrorCode::ReleaseInvalid, path, QStringLiteral("format: adit-disclosure/1")};
    const auto file = files.find(recordName);
    const auto record = file == files.end() ? Result<ReadRecord>(Error{ErrorCode::ReleaseInvalid, recordName})
                                            : readRecord(file->second, recordName);
    const auto proof = proofIn(json);
    const auto salt = bytesFromHex(json[QLatin1String("salt")].toString(), saltSize);
    const qint64 index = json[QLatin1String("index")].toInteger(-1);
    const QString place = json[QLatin1String("path")].toString();
    const bool isOfRecord =
        record && std::ranges::find(record->withheld, place, &ReadRecord::Withheld::path) != record->withheld.end();
    if (!isOfRecord || !isWholeDisclosure(json, disclosure, manifest) || !proof || !salt || index < 0)
        return false;
    const Digest leaf = leafHash(leafBytes(place, index, *salt, json[QLatin1String("value")]));
    return isIncluded(leaf, static_cast<std::size_t>(index), static_cast<std::size_t>(manifest.leafCount), *proof,
                      digestFromBytes(QByteArray::fromHex(manifest.root.toLatin1())));
}

} // namespace adit
