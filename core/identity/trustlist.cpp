// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/trustlist.h"

#include "core/base/rule.h"
#include "core/base/time.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace adit {

namespace {

constexpr qsizetype longestList = 64 * 1024;

Error invalid(const QString &path, const QString &expected)
{
    return {ErrorCode::ProfileInvalid, path, expected};
}

QJsonObject cardObject(const PublicProfile &profile)
{
    return QJsonDocument::fromJson(cardOf(profile)).object();
}

/// What the signature is of: the list without it, in one spelling.
QByteArray message(QJsonObject list)
{
    list.remove(QLatin1String("signature"));
    return "adit-trusted-keys/1\n" + QJsonDocument(list).toJson(QJsonDocument::Compact);
}

Result<PublicProfile> cardAt(const QJsonValue &value, const QString &path)
{
    return readPublicProfile(QJsonDocument(value.toObject()).toJson(), path);
}

} // namespace

TrustList::Standing TrustList::standingOf(const QString &fingerprint) const
{
    const auto entry = std::ranges::find_if(
        entries, [&](const Entry &candidate) { return candidate.profile.fingerprint() == fingerprint; });
    if (entry != entries.end())
        return entry->revoked.isEmpty() ? Standing::Trusted : Standing::Revoked;
    return issuer.fingerprint() == fingerprint ? Standing::Trusted : Standing::Unknown;
}

void TrustList::put(const Entry &entry)
{
    std::erase_if(entries,
                  [&](const Entry &other) { return other.profile.fingerprint() == entry.profile.fingerprint(); });
    entries.push_back(entry);
}

QByteArray signedList(TrustList list, const Profile &issuer)
{
    QJsonArray keys;
    for (const TrustList::Entry &entry : list.entries) {
        QJsonObject key{{QStringLiteral("card"), cardObject(entry.profile)}};
        if (!entry.revoked.isEmpty()) {
            key.insert(QStringLiteral("revoked"), entry.revoked);
            key.insert(QStringLiteral("reason"), entry.reason);
        }
        keys.append(key);
    }
    QJsonObject json{{QStringLiteral("format"), QStringLiteral("adit-trusted-keys/1")},
                     {QStringLiteral("issuer"), cardObject(issuer.shown())},
                     {QStringLiteral("issued"), list.issued},
                     {QStringLiteral("keys"), keys}};
    json.insert(QStringLiteral("signature"), QString::fromLatin1(issuer.sign(message(json)).toHex()));
    return QJsonDocument(json).toJson();
}

Result<TrustList> readTrustList(const QByteArray &file, const QString &path)
{
    const QJsonObject json = file.size() > longestList ? QJsonObject() : QJsonDocument::fromJson(file).object();
    if (json.value(QLatin1String("format")).toString() != QLatin1String("adit-trusted-keys/1"))
        return invalid(path, ruleMark(Rule::TrustFormat));
    TrustList list;
    ADIT_TRY_ASSIGN(list.issuer, cardAt(json.value(QLatin1String("issuer")), path));
    list.issued = json.value(QLatin1String("issued")).toString();
    const QByteArray signature = QByteArray::fromHex(json.value(QLatin1String("signature")).toString().toLatin1());
    if (!dateFromIso(list.issued) || !isSignedBy(list.issuer.signKey, message(json), signature))
        return invalid(path, ruleMark(Rule::TrustAltered));
    for (const QJsonValue &value : json.value(QLatin1String("keys")).toArray()) {
        const QJsonObject key = value.toObject();
        ADIT_TRY_ASSIGN(PublicProfile profile, cardAt(key.value(QLatin1String("card")), path));
        list.entries.push_back({std::move(profile), key.value(QLatin1String("revoked")).toString(),
                                key.value(QLatin1String("reason")).toString()});
    }
    return list;
}

} // namespace adit
