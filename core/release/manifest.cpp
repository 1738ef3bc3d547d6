// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/manifest.h"

#include "core/release/jcs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace adit {

namespace {

constexpr QLatin1String manifestFormat("adit-release/1");

Error invalid(const QString &path, const QString &what)
{
    return {ErrorCode::ReleaseInvalid, path, what};
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray fromHex(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

QJsonObject unsignedJson(const ReleaseManifest &manifest)
{
    QJsonArray files;
    for (const ReleasedFile &file : manifest.files)
        files.append(QJsonObject{{QStringLiteral("name"), file.name},
                                 {QStringLiteral("sha256"), file.sha256},
                                 {QStringLiteral("bytes"), file.bytes}});
    return {{QStringLiteral("format"), manifestFormat},
            {QStringLiteral("hash"), QStringLiteral("SHA-256")},
            {QStringLiteral("assessment"), manifest.assessment},
            {QStringLiteral("number"), manifest.number},
            {QStringLiteral("built"), manifest.built},
            {QStringLiteral("root"), manifest.root},
            {QStringLiteral("leaf_count"), manifest.leafCount},
            {QStringLiteral("standard_hash"), manifest.standardHash},
            {QStringLiteral("level"), manifest.level},
            {QStringLiteral("app"), manifest.app},
            {QStringLiteral("roles"), QJsonArray::fromStringList(manifest.roles)},
            {QStringLiteral("files"), files}};
}

QStringList textsIn(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &value : array)
        texts.append(value.toString());
    return texts;
}

/// A name that stays in the folder of the release.
bool isPlainName(const QString &name)
{
    static constexpr QLatin1String others(".-_");
    return !name.isEmpty() && !name.startsWith(QLatin1Char('.')) && std::ranges::all_of(name, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || others.contains(c));
    });
}

} // namespace

QStringList releaseRoles()
{
    return {QStringLiteral("lead-auditor"), QStringLiteral("technical-reviewer"), QStringLiteral("decision-maker")};
}

QByteArray bytesOf(const ReleaseManifest &manifest)
{
    QJsonArray signatures;
    for (const ReleaseSignature &signature : manifest.signatures)
        signatures.append(QJsonObject{{QStringLiteral("role"), signature.role},
                                      {QStringLiteral("key"), hex(signature.key)},
                                      {QStringLiteral("box_key"), hex(signature.boxKey)},
                                      {QStringLiteral("time"), signature.time},
                                      {QStringLiteral("signature"), hex(signature.signature)}});
    QJsonObject json = unsignedJson(manifest);
    json.insert(QStringLiteral("signatures"), signatures);
    return jcs(json);
}

Result<ReleaseManifest> readManifest(const QByteArray &bytes, const QString &path)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto text = [&](const char *name) { return json[QLatin1String(name)].toString(); };
    if (text("format") != manifestFormat)
        return invalid(path, QStringLiteral("format: ") + manifestFormat);
    ReleaseManifest manifest{.assessment = text("assessment"),
                             .number = json[QLatin1String("number")].toInt(),
                             .built = text("built"),
                             .root = text("root"),
                             .leafCount = json[QLatin1String("leaf_count")].toInteger(),
                             .standardHash = text("standard_hash"),
                             .level = text("level"),
                             .app = text("app"),
                             .roles = textsIn(json[QLatin1String("roles")].toArray()),
                             .files = {}};
    for (const QJsonValue &value : json[QLatin1String("files")].toArray()) {
        const QJsonObject file = value.toObject();
        manifest.files.push_back({file[QLatin1String("name")].toString(), file[QLatin1String("sha256")].toString(),
                                  file[QLatin1String("bytes")].toInteger()});
        if (!isPlainName(manifest.files.back().name))
            return invalid(path, QStringLiteral("files: names without folders"));
    }
    for (const QJsonValue &value : json[QLatin1String("signatures")].toArray()) {
        const QJsonObject entry = value.toObject();
        manifest.signatures.push_back({entry[QLatin1String("role")].toString(), fromHex(entry[QLatin1String("key")]),
                                       fromHex(entry[QLatin1String("box_key")]),
                                       entry[QLatin1String("time")].toString(),
                                       fromHex(entry[QLatin1String("signature")])});
    }
    // Whatever else stood in it, or stood in it otherwise, would not be signed.
    if (bytesOf(manifest) != bytes)
        return invalid(path, QStringLiteral("the members of a release and no others, as RFC 8785 writes them"));
    return manifest;
}

QString ReleaseSignature::fingerprint() const
{
    PublicProfile keys;
    keys.signKey = key;
    keys.boxKey = boxKey;
    return keys.fingerprint();
}

QByteArray signedBytes(const ReleaseManifest &manifest, const ReleaseSignature &signature)
{
    return jcs(QJsonObject{{QStringLiteral("release"), unsignedJson(manifest)},
                           {QStringLiteral("role"), signature.role},
                           {QStringLiteral("key"), hex(signature.key)},
                           {QStringLiteral("box_key"), hex(signature.boxKey)},
                           {QStringLiteral("time"), signature.time}});
}

bool isGenuine(const ReleaseManifest &manifest, const ReleaseSignature &signature)
{
    return isSignedBy(signature.key, signedBytes(manifest, signature), signature.signature);
}

QStringList ReleaseManifest::signedRoles() const
{
    QStringList signedOnes;
    std::vector<QByteArray> keys;
    for (const ReleaseSignature &signature : signatures) {
        const bool isNew = std::ranges::find(keys, signature.key) == keys.end();
        if (!isNew || !roles.contains(signature.role) || !isGenuine(*this, signature))
            continue;
        keys.push_back(signature.key);
        if (!signedOnes.contains(signature.role))
            signedOnes.append(signature.role);
    }
    return signedOnes;
}

QStringList ReleaseManifest::unsignedRoles() const
{
    const QStringList signedOnes = signedRoles();
    QStringList missing;
    for (const QString &role : roles)
        if (!signedOnes.contains(role))
            missing.append(role);
    return missing;
}

bool ReleaseManifest::isSigned() const
{
    const QStringList signedOnes = signedRoles();
    // A manifest that asks for nobody's signature is not signed by everybody.
    return std::ranges::all_of(releaseRoles(), [&](const QString &role) { return signedOnes.contains(role); }) &&
           std::ranges::all_of(roles, [&](const QString &role) { return signedOnes.contains(role); });
}

Result<> sign(ReleaseManifest &manifest, const QString &role, const Profile &by, const QString &time)
{
    if (!manifest.roles.contains(role))
        return Error{ErrorCode::InvalidValue, QStringLiteral("role: ") + role, manifest.roles.join(QLatin1Char(' '))};
    for (const ReleaseSignature &signature : manifest.signatures) {
        if (signature.key != by.shown().signKey || !isGenuine(manifest, signature))
            continue;
        if (signature.role == role)
            return Error{ErrorCode::NothingToChange, role};
        return Error{ErrorCode::Independence, by.shown().actor(),
                     QStringLiteral("signs as ") + signature.role + QStringLiteral(" already")};
    }
    ReleaseSignature signature{role, by.shown().signKey, by.shown().boxKey, time, {}};
    signature.signature = by.sign(signedBytes(manifest, signature));
    manifest.signatures.push_back(std::move(signature));
    return {};
}

} // namespace adit
