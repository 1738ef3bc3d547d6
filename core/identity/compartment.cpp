// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/compartment.h"

#include <QRegularExpression>
#include <algorithm>

#include <sodium.h>

namespace adit {

namespace {

constexpr qsizetype keyIdBytes = 16;
/// Texts are filled up to a multiple of it.
constexpr std::size_t padding = 64;
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

unsigned long long sizeOf(const QByteArray &bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray fromHex(const QString &text)
{
    return QByteArray::fromHex(text.toLatin1());
}

/// "1:key:nonce and text"
QString keyOf(const QString &sealed)
{
    return sealed.section(QLatin1Char(':'), 1, 1);
}

QByteArray boundTo(const QByteArray &space, const QString &key, const EntityRef &entity, const FieldInfo &field)
{
    return QByteArray("adit-identity/1") + space + fromHex(key) + entity.id.bytes() + field.name.latin1();
}

QString keyOfShare(const Record &share)
{
    return share[field::key_share::share].section(QLatin1Char(':'), 0, 0);
}

QString holderOfShare(const Record &share)
{
    return share[field::key_share::share].section(QLatin1Char(':'), 1);
}

QByteArray shareMessage(const QByteArray &space, const QString &code, const QString &sealed)
{
    return QByteArray("adit-share/1") + space + code.toUtf8() + ' ' + sealed.toUtf8();
}

} // namespace

Compartment::Compartment(const Assessment &assessment, const Profile &profile)
    : m_profile(profile)
    , m_space(assessment.id().bytes())
{
    for (const auto &[id, share] : assessment.records(EntityKind::KeyShare))
        takeShare(share);
    if (!m_own)
        return;
    for (const auto &[id, share] : assessment.records(EntityKind::KeyShare))
        if (keyOfShare(share) == *m_own && isSigned(share))
            m_holders.append(holderOfShare(share));
}

/// By this profile itself.
bool Compartment::isSigned(const Record &share) const
{
    return share[field::key_share::maker] == m_profile.shown().fingerprint() &&
           isSignedBy(m_profile.shown().signKey,
                      shareMessage(m_space, share[field::key_share::share], share[field::key_share::sealed]),
                      fromHex(share[field::key_share::signature]));
}

void Compartment::takeShare(const Record &share)
{
    const QString key = keyOfShare(share);
    if (holderOfShare(share) != m_profile.shown().fingerprint())
        return;
    auto secret = m_profile.unseal(fromHex(share[field::key_share::sealed]));
    if (!secret || secret->size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
        return;
    // Of several of one's own, after a merge of two copies, always the same.
    if (isSigned(share) && (!m_own || key < *m_own))
        m_own = key;
    m_keys.insert(key, *secret);
}

Result<QString> Compartment::read(const EntityRef &entity, const FieldInfo &field, const QString &sealed) const
{
    const QString key = keyOf(sealed);
    const auto secret = m_keys.constFind(key);
    if (secret == m_keys.constEnd())
        return Error{ErrorCode::IdentitySealed, entity.code};
    const QByteArray bytes =
        QByteArray::fromBase64(sealed.section(QLatin1Char(':'), 2).toLatin1(), QByteArray::Base64UrlEncoding);
    const QByteArray bound = boundTo(m_space, key, entity, field);
    if (bytes.size() <= nonceBytes + tagBytes)
        return Error{ErrorCode::FileDamaged, entity.code, field.name};
    QByteArray text(bytes.size() - nonceBytes - tagBytes, '\0');
    std::size_t length = 0;
    const bool failed = crypto_aead_xchacha20poly1305_ietf_decrypt(raw(text), nullptr, nullptr, raw(bytes) + nonceBytes,
                                                                   sizeOf(bytes) - nonceBytes, raw(bound),
                                                                   sizeOf(bound), raw(bytes), secret->data()) != 0 ||
                        sodium_unpad(&length, raw(text), static_cast<std::size_t>(text.size()), padding) != 0;
    if (failed)
        return Error{ErrorCode::FileDamaged, entity.code, field.name};
    QString found = QString::fromUtf8(text.constData(), static_cast<qsizetype>(length));
    wipe(text);
    return found;
}

QString Compartment::seal(const EntityRef &entity, const FieldInfo &field, const QString &text) const
{
    Q_ASSERT(canWrite());
    QByteArray padded = text.toUtf8();
    const auto size = static_cast<std::size_t>(padded.size());
    const std::size_t whole = (size / padding + 1) * padding;
    padded.resize(static_cast<qsizetype>(whole));
    std::size_t filled = 0;
    sodium_pad(&filled, raw(padded), size, padding, static_cast<std::size_t>(padded.size()));
    QByteArray bytes(nonceBytes + padded.size() + tagBytes, '\0');
    randombytes_buf(bytes.data(), static_cast<std::size_t>(nonceBytes));
    const QByteArray bound = boundTo(m_space, *m_own, entity, field);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(bytes) + nonceBytes, nullptr, raw(padded), sizeOf(padded),
                                               raw(bound), sizeOf(bound), nullptr, raw(bytes),
                                               m_keys.constFind(*m_own)->data());
    wipe(padded);
    return QStringLiteral("1:%1:%2").arg(
        *m_own, QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)));
}

QStringList Compartment::holdersOfOwn() const
{
    return m_holders;
}

Compartment::Share Compartment::makeKey()
{
    QByteArray id(keyIdBytes, '\0');
    randombytes_buf(id.data(), static_cast<std::size_t>(id.size()));
    m_own = hex(id);
    m_holders = {m_profile.shown().fingerprint()};
    m_keys.insert(*m_own, Secret::random(crypto_aead_xchacha20poly1305_ietf_KEYBYTES));
    return shareOf(*m_own, *m_keys.constFind(*m_own), m_profile.shown());
}

Compartment::Share Compartment::shareOwn(const PublicProfile &holder) const
{
    Q_ASSERT(canWrite());
    return shareOf(*m_own, *m_keys.constFind(*m_own), holder);
}

Compartment::Share Compartment::shareOf(const QString &key, const Secret &secret, const PublicProfile &holder) const
{
    Share share;
    share.code = key + QLatin1Char(':') + holder.fingerprint();
    share.maker = m_profile.shown().fingerprint();
    share.sealed = hex(sealTo(holder.boxKey, secret.view()));
    share.signature = hex(m_profile.sign(shareMessage(m_space, share.code, share.sealed)));
    return share;
}

bool isSealedText(const QString &value)
{
    static const QRegularExpression form(QStringLiteral("^1:[0-9a-f]{32}:[A-Za-z0-9_-]{139,8000}\\z"));
    return form.match(value).hasMatch();
}

QStringList holdersOf(const Assessment &assessment, const QString &sealed)
{
    const QString key = keyOf(sealed);
    QStringList holders;
    for (const auto &[id, share] : assessment.records(EntityKind::KeyShare))
        if (keyOfShare(share) == key && share.has(field::key_share::sealed))
            holders.append(holderOfShare(share));
    holders.sort();
    return holders;
}

bool isGenuineShare(const Assessment &assessment, const Record &share)
{
    const auto maker = profileIn(assessment, share[field::key_share::maker]);
    return maker && isSignedBy(maker->signKey,
                               shareMessage(assessment.id().bytes(), share[field::key_share::share],
                                            share[field::key_share::sealed]),
                               fromHex(share[field::key_share::signature]));
}

std::optional<PublicProfile> profileFrom(const Record &record)
{
    PublicProfile profile{record[field::profile::name],
                          record[field::profile::roles],
                          record.text(field::profile::created.index),
                          fromHex(record[field::profile::sign_key]),
                          fromHex(record[field::profile::box_key]),
                          fromHex(record[field::profile::signature])};
    const bool isGenuine = profile.isGenuine() && profile.fingerprint() == record[field::profile::fingerprint];
    return isGenuine ? std::optional(std::move(profile)) : std::nullopt;
}

std::optional<PublicProfile> profileIn(const Assessment &assessment, const QString &fingerprint)
{
    return profileFrom(assessment.at(EntityKind::Profile, fingerprint));
}

namespace {

QByteArray revocationMessage(const QString &fingerprint, const Revocation &revocation)
{
    const QStringList parts{fingerprint, revocation.since, revocation.by, revocation.reason};
    return "adit-revocation/1\n" + parts.join(QLatin1Char('\n')).toUtf8();
}

Revocation revocationFrom(const Record &record)
{
    return {record.text(field::profile::revoked.index), record[field::profile::revoked_reason],
            record[field::profile::revoked_by], fromHex(record[field::profile::revocation])};
}

/// Who may say of somebody else's profile that it counts no more.
bool leadsTheAudit(const Assessment &assessment, const QString &fingerprint)
{
    return std::ranges::any_of(assessment.records(EntityKind::TeamMember), [&](const auto &entry) {
        const Record &member = entry.second;
        const QString role = member[field::team_member::role];
        return member[field::team_member::profile] == fingerprint &&
               (role == QLatin1String("lead-auditor") || role == QLatin1String("programme-manager"));
    });
}

} // namespace

Revocation revocationOf(const QString &fingerprint, const QDate &since, const QString &reason, const Profile &by)
{
    Revocation revocation{toIso(since), reason.simplified(), by.shown().fingerprint(), {}};
    revocation.signature = by.sign(revocationMessage(fingerprint, revocation));
    return revocation;
}

bool isGenuineRevocation(const Assessment &assessment, const Record &record)
{
    const QString fingerprint = record[field::profile::fingerprint];
    const Revocation revocation = revocationFrom(record);
    const auto by = revocation.by == fingerprint ? profileFrom(record) : profileIn(assessment, revocation.by);
    return by && (revocation.by == fingerprint || leadsTheAudit(assessment, revocation.by)) &&
           isSignedBy(by->signKey, revocationMessage(fingerprint, revocation), revocation.signature);
}

std::optional<Revocation> revocationIn(const Assessment &assessment, const QString &fingerprint)
{
    const Record &record = assessment.at(EntityKind::Profile, fingerprint);
    if (!record.has(field::profile::revoked) || !isGenuineRevocation(assessment, record))
        return std::nullopt;
    return revocationFrom(record);
}

} // namespace adit
