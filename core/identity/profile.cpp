// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/profile.h"

#include "core/assessment/fieldlists.h"
#include "core/base/hashing.h"
#include "core/base/rule.h"
#include "core/identity/recoverycode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtEndian>

#include <sodium.h>

namespace adit {

namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype longestFile = 64 * 1024;
constexpr qsizetype fingerprintBytes = 20;

/// Fixed by the format, never fitted to a machine: a file must open in the same time wherever it goes.
struct KdfPreset
{
    int number;
    unsigned long long passes;
    std::size_t memory;
};
constexpr KdfPreset presets[] = {{1, 20, std::size_t(64) * 1024 * 1024}};

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, '\0');
    randombytes_buf(bytes.data(), static_cast<std::size_t>(count));
    return bytes;
}

void put(QByteArray &out, const QByteArray &part)
{
    char size[4];
    qToBigEndian(static_cast<quint32>(part.size()), size);
    out.append(size, 4).append(part);
}

/// What the signature is of, and what the lock is bound to.
QByteArray signedPart(const PublicProfile &profile)
{
    QByteArray out("adit-card/1");
    put(out, profile.name.toUtf8());
    put(out, profile.roles.join(QLatin1Char(' ')).toUtf8());
    put(out, profile.created.toUtf8());
    put(out, profile.signKey);
    put(out, profile.boxKey);
    return out;
}

Result<> checkName(const QString &name)
{
    static const QRegularExpression unclean(QStringLiteral("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]"));
    if (name.trimmed().isEmpty() || name.size() > longestName || name.contains(unclean))
        return Error{ErrorCode::InvalidValue, QStringLiteral("name: ") + name.left(longestName),
                     ruleMark(Rule::PersonName)};
    return {};
}

/// As a set has them: each once, in order.
Result<QStringList> checkedRoles(QStringList roles)
{
    static const QStringList known = QStringLiteral(ADIT_ROLES).split(QLatin1Char(' '));
    for (const QString &role : roles)
        if (!known.contains(role))
            return Error{ErrorCode::UnknownChoice, QStringLiteral("role: ") + role, QStringLiteral(ADIT_ROLES)};
    roles.removeDuplicates();
    roles.sort();
    return roles;
}

const KdfPreset *presetOf(int number)
{
    for (const KdfPreset &preset : presets)
        if (preset.number == number)
            return &preset;
    return nullptr;
}

/// The key that a passphrase gives. Nothing where the memory for it is not to be had.
std::optional<Secret> keyFrom(const QString &passphrase, const QByteArray &salt, const KdfPreset &preset)
{
    // Two ways to type the same letter must give the same key.
    QByteArray typed = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    Secret key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const int failed =
        crypto_pwhash(key.data(), key.size(), typed.constData(), static_cast<unsigned long long>(typed.size()),
                      raw(salt), preset.passes, preset.memory, crypto_pwhash_ALG_ARGON2ID13);
    wipe(typed);
    return failed ? std::nullopt : std::optional(std::move(key));
}

QString noMemory()
{
    return QStringLiteral("a passphrase needs 64 MB of free memory");
}

QJsonObject publicJson(const PublicProfile &profile, const char *format)
{
    const auto hex = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); };
    return {{QStringLiteral("format"), QLatin1String(format)},
            {QStringLiteral("name"), profile.name},
            {QStringLiteral("roles"), QJsonArray::fromStringList(profile.roles)},
            {QStringLiteral("created"), profile.created},
            {QStringLiteral("sign_key"), hex(profile.signKey)},
            {QStringLiteral("box_key"), hex(profile.boxKey)},
            {QStringLiteral("signature"), hex(profile.signature)}};
}

/// Bytes of a fixed number that stand in the file as hexadecimal digits.
Result<QByteArray> bytesAt(const QJsonObject &object, const char *key, qsizetype count, const QString &path)
{
    const QByteArray text = object.value(QLatin1String(key)).toString().toLatin1();
    const QByteArray bytes = QByteArray::fromHex(text);
    if (bytes.size() != count || bytes.toHex() != text)
        return Error{ErrorCode::ProfileInvalid, path,
                     ruleMark(Rule::ProfileKeyBytes, {QLatin1String(key), QString::number(count)})};
    return bytes;
}

Result<QJsonObject> objectFrom(const QByteArray &file, const QString &path)
{
    QJsonParseError problem{};
    const QJsonDocument json = file.size() > longestFile ? QJsonDocument() : QJsonDocument::fromJson(file, &problem);
    const QString format = json.object().value(QLatin1String("format")).toString();
    if (format != QLatin1String("adit-profile/1") && format != QLatin1String("adit-card/1"))
        return Error{ErrorCode::ProfileInvalid, path, ruleMark(Rule::ProfileFormat)};
    return json.object();
}

/// What the passphrase gives back.
Result<Secret> seedBehind(const QJsonObject &lock, const PublicProfile &shown, const QString &passphrase,
                          const QString &path)
{
    const QString kdf = lock.value(QLatin1String("kdf")).toString();
    if (kdf == QLatin1String("none")) {
        ADIT_TRY_ASSIGN(QByteArray open, bytesAt(lock, "seed", crypto_kdf_KEYBYTES, path));
        return Secret::taking(std::move(open));
    }
    const KdfPreset *preset = presetOf(lock.value(QLatin1String("preset")).toInt());
    if (!preset || kdf != QLatin1String("argon2id"))
        return Error{ErrorCode::ProfileInvalid, path, ruleMark(Rule::ProfileLock)};
    ADIT_TRY_ASSIGN(const QByteArray salt, bytesAt(lock, "salt", crypto_pwhash_SALTBYTES, path));
    ADIT_TRY_ASSIGN(const QByteArray nonce, bytesAt(lock, "nonce", crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, path));
    ADIT_TRY_ASSIGN(const QByteArray sealed,
                    bytesAt(lock, "sealed", crypto_kdf_KEYBYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES, path));
    const auto key = keyFrom(passphrase, salt, *preset);
    if (!key)
        return Error{ErrorCode::StorageFailed, path, noMemory()};
    const QByteArray bound = signedPart(shown);
    Secret seed(crypto_kdf_KEYBYTES);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            seed.data(), nullptr, nullptr, raw(sealed), static_cast<unsigned long long>(sealed.size()), raw(bound),
            static_cast<unsigned long long>(bound.size()), raw(nonce), key->data()) != 0)
        return Error{ErrorCode::WrongPassphrase, path};
    return seed;
}

Result<PublicProfile> publicFrom(const QJsonObject &object, const QString &path)
{
    PublicProfile profile;
    profile.name = object.value(QLatin1String("name")).toString();
    for (const QJsonValue &role : object.value(QLatin1String("roles")).toArray())
        profile.roles.append(role.toString());
    profile.created = object.value(QLatin1String("created")).toString();
    ADIT_TRY_ASSIGN(profile.signKey, bytesAt(object, "sign_key", crypto_sign_PUBLICKEYBYTES, path));
    ADIT_TRY_ASSIGN(profile.boxKey, bytesAt(object, "box_key", crypto_box_PUBLICKEYBYTES, path));
    ADIT_TRY_ASSIGN(profile.signature, bytesAt(object, "signature", crypto_sign_BYTES, path));
    const auto roles = checkedRoles(profile.roles);
    if (!checkName(profile.name) || !roles || *roles != profile.roles || !dateFromIso(profile.created))
        return Error{ErrorCode::ProfileInvalid, path, ruleMark(Rule::ProfileFacts)};
    if (!profile.isGenuine())
        return Error{ErrorCode::ProfileInvalid, path, ruleMark(Rule::ProfileAltered)};
    return profile;
}

} // namespace

QString PublicProfile::fingerprint() const
{
    const Digest digest = blake2b(QByteArray("adit-fingerprint/1") + signKey + boxKey);
    return inGroups(toBytes(digest).first(fingerprintBytes));
}

QString PublicProfile::shortFingerprint() const
{
    return fingerprint().section(QLatin1Char('-'), 0, 1);
}

QString PublicProfile::actor() const
{
    return QStringLiteral("%1 (%2)").arg(name, shortFingerprint());
}

bool PublicProfile::isGenuine() const
{
    return isSignedBy(signKey, signedPart(*this), signature);
}

Profile::Profile(PublicProfile shown, Secret seed)
    : m_shown(std::move(shown))
    , m_seed(std::move(seed))
    , m_signSecret(crypto_sign_SECRETKEYBYTES)
    , m_boxSecret(crypto_box_SECRETKEYBYTES)
{
    deriveKeys();
}

void Profile::deriveKeys()
{
    constexpr char context[crypto_kdf_CONTEXTBYTES + 1] = "aditprof";
    Secret signSeed(crypto_sign_SEEDBYTES);
    Secret boxSeed(crypto_box_SEEDBYTES);
    crypto_kdf_derive_from_key(signSeed.data(), signSeed.size(), 1, context, m_seed.data());
    crypto_kdf_derive_from_key(boxSeed.data(), boxSeed.size(), 2, context, m_seed.data());
    m_shown.signKey.resize(crypto_sign_PUBLICKEYBYTES);
    m_shown.boxKey.resize(crypto_box_PUBLICKEYBYTES);
    crypto_sign_seed_keypair(raw(m_shown.signKey), m_signSecret.data(), signSeed.data());
    crypto_box_seed_keypair(raw(m_shown.boxKey), m_boxSecret.data(), boxSeed.data());
}

Result<Profile> Profile::from(Secret seed, const QString &name, const QStringList &roles, const QDate &today)
{
    ADIT_TRY(checkName(name));
    ADIT_TRY_ASSIGN(const QStringList sorted, checkedRoles(roles));
    Profile profile({name.trimmed(), sorted, toIso(today), {}, {}, {}}, std::move(seed));
    profile.m_shown.signature = profile.sign(signedPart(profile.m_shown));
    return profile;
}

Result<Profile> Profile::make(const QString &name, const QStringList &roles, const QDate &today)
{
    return from(Secret::random(crypto_kdf_KEYBYTES), name, roles, today);
}

Result<Profile> Profile::recover(const QString &recoveryCode, const QString &name, const QStringList &roles,
                                 const QDate &today)
{
    ADIT_TRY_ASSIGN(Secret seed, seedFromRecoveryCode(recoveryCode));
    return from(std::move(seed), name, roles, today);
}

QByteArray Profile::sign(QByteArrayView message) const
{
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(raw(signature), nullptr, raw(message), static_cast<unsigned long long>(message.size()),
                         m_signSecret.data());
    return signature;
}

std::optional<Secret> Profile::unseal(const QByteArray &sealed) const
{
    if (sealed.size() <= static_cast<qsizetype>(crypto_box_SEALBYTES))
        return std::nullopt;
    Secret message(static_cast<std::size_t>(sealed.size()) - crypto_box_SEALBYTES);
    const int failed = crypto_box_seal_open(message.data(), raw(sealed), static_cast<unsigned long long>(sealed.size()),
                                            raw(m_shown.boxKey), m_boxSecret.data());
    return failed ? std::nullopt : std::optional(std::move(message));
}

QString Profile::recoveryCode() const
{
    return recoveryCodeOf(m_seed);
}

Result<QByteArray> Profile::locked(const QString &passphrase) const
{
    if (passphrase.size() < shortestPassphrase)
        return Error{ErrorCode::InvalidValue, ruleMark(Rule::PassphraseRead, {QString::number(passphrase.size())}),
                     ruleMark(Rule::PassphraseLength, {QString::number(shortestPassphrase)})};
    const QByteArray salt = randomBytes(crypto_pwhash_SALTBYTES);
    const QByteArray nonce = randomBytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    const auto key = keyFrom(passphrase, salt, presets[0]);
    if (!key)
        return Error{ErrorCode::StorageFailed, m_shown.name, noMemory()};
    const QByteArray bound = signedPart(m_shown);
    QByteArray sealed(static_cast<qsizetype>(m_seed.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES), '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed), nullptr, m_seed.data(), m_seed.size(), raw(bound),
                                               static_cast<unsigned long long>(bound.size()), nullptr, raw(nonce),
                                               key->data());
    const auto hex = [](const QByteArray &bytes) { return QString::fromLatin1(bytes.toHex()); };
    QJsonObject object = publicJson(m_shown, "adit-profile/1");
    object.insert(QStringLiteral("lock"), QJsonObject{{QStringLiteral("kdf"), QStringLiteral("argon2id")},
                                                      {QStringLiteral("preset"), presets[0].number},
                                                      {QStringLiteral("salt"), hex(salt)},
                                                      {QStringLiteral("nonce"), hex(nonce)},
                                                      {QStringLiteral("sealed"), hex(sealed)}});
    return QJsonDocument(object).toJson();
}

QByteArray Profile::unlocked() const
{
    QJsonObject object = publicJson(m_shown, "adit-profile/1");
    object.insert(QStringLiteral("lock"),
                  QJsonObject{{QStringLiteral("kdf"), QStringLiteral("none")},
                              {QStringLiteral("seed"), QString::fromLatin1(m_seed.view().toByteArray().toHex())}});
    return QJsonDocument(object).toJson();
}

QByteArray sealTo(const QByteArray &boxKey, QByteArrayView message)
{
    QByteArray sealed(message.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), '\0');
    const int failed =
        crypto_box_seal(raw(sealed), raw(message), static_cast<unsigned long long>(message.size()), raw(boxKey));
    return failed ? QByteArray() : sealed;
}

bool isSignedBy(const QByteArray &signKey, QByteArrayView message, const QByteArray &signature)
{
    return signKey.size() == static_cast<qsizetype>(crypto_sign_PUBLICKEYBYTES) &&
           signature.size() == static_cast<qsizetype>(crypto_sign_BYTES) &&
           crypto_sign_verify_detached(raw(signature), raw(message), static_cast<unsigned long long>(message.size()),
                                       raw(signKey)) == 0;
}

Result<Profile> unlock(const QByteArray &file, const QString &passphrase, const QString &path)
{
    ADIT_TRY_ASSIGN(const QJsonObject object, objectFrom(file, path));
    ADIT_TRY_ASSIGN(PublicProfile shown, publicFrom(object, path));
    const QJsonObject lock = object.value(QLatin1String("lock")).toObject();
    if (lock.isEmpty())
        return Error{ErrorCode::ProfileInvalid, path, ruleMark(Rule::ProfileSecretKeys)};
    ADIT_TRY_ASSIGN(Secret seed, seedBehind(lock, shown, passphrase, path));
    const PublicProfile expected = shown;
    Profile profile(std::move(shown), std::move(seed));
    if (profile.m_shown != expected)
        return Error{ErrorCode::ProfileInvalid, path, ruleMark(Rule::ProfileKeysBelong)};
    return profile;
}

Result<PublicProfile> readPublicProfile(const QByteArray &file, const QString &path)
{
    ADIT_TRY_ASSIGN(const QJsonObject object, objectFrom(file, path));
    return publicFrom(object, path);
}

QByteArray cardOf(const PublicProfile &profile)
{
    return QJsonDocument(publicJson(profile, "adit-card/1")).toJson();
}

} // namespace adit
