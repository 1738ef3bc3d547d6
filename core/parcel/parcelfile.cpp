// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parcel/parcelfile.h"

#include "core/base/hashing.h"
#include "core/base/rule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>
#include <algorithm>
#include <future>
#include <memory>

#include <sodium.h>

namespace adit {

namespace {

constexpr char magic[] = "AditParcel/1";
constexpr qsizetype magicSize = sizeof magic - 1;
constexpr qsizetype pieceSize = 512 * 1024;
constexpr quint32 longestHeader = 1024 * 1024;
constexpr quint32 longestPiece = 4 * 1024 * 1024;
constexpr qsizetype streamTag = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype streamStart = crypto_secretstream_xchacha20poly1305_HEADERBYTES;

using StreamState = crypto_secretstream_xchacha20poly1305_state;

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned long long sizeOf(const QByteArray &bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

StreamState *stateIn(Secret &secret)
{
    return reinterpret_cast<StreamState *>(secret.data());
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

Error invalid(const QString &path, const QString &what)
{
    return {ErrorCode::ParcelInvalid, path, what};
}

QByteArray numberBytes(qsizetype number)
{
    char bytes[4];
    qToBigEndian(static_cast<quint32>(number), bytes);
    return {bytes, 4};
}

Result<> put(QFile &out, const QByteArray &bytes)
{
    if (out.write(bytes) == bytes.size())
        return {};
    return Error{out.error() == QFile::ResourceError ? ErrorCode::StorageFull : ErrorCode::StorageFailed,
                 out.fileName(), out.errorString()};
}

/// Bytes with their length before them.
Result<QByteArray> take(QFile &file, quint32 longest)
{
    const QByteArray length = file.read(4);
    const quint32 size = length.size() == 4 ? qFromBigEndian<quint32>(length.constData()) : 0;
    if (length.size() < 4 || size > longest)
        return invalid(file.fileName(),
                       length.size() < 4 ? ruleMark(Rule::ParcelCut) : ruleMark(Rule::ParcelPieceLong));
    QByteArray bytes = file.read(size);
    if (bytes.size() < static_cast<qsizetype>(size))
        return invalid(file.fileName(), ruleMark(Rule::ParcelCut));
    return bytes;
}

QByteArray signedBytes(const QByteArray &manifest)
{
    return "adit-parcel/1\n" + manifest;
}

/// Ties the stream to whom it is for: a header put before another stream does not open it.
QByteArray boundTo(const QByteArray &header)
{
    return toBytes(blake2b(QByteArray(magic) + header));
}

QByteArray headerFor(const std::vector<PublicProfile> &recipients, const Secret &key)
{
    QJsonArray sealed;
    for (const PublicProfile &recipient : recipients)
        sealed.append(QJsonObject{{QStringLiteral("fingerprint"), recipient.fingerprint()},
                                  {QStringLiteral("key"), hex(sealTo(recipient.boxKey, key.view()))}});
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("adit-parcel/1")},
                                     {QStringLiteral("recipients"), sealed}})
        .toJson(QJsonDocument::Compact);
}

/// One piece of the stream, with its length before it.
Result<> push(QFile &out, Secret &stream, const QByteArray &piece, const QByteArray &bound, bool isLast)
{
    QByteArray sealed(piece.size() + streamTag, '\0');
    crypto_secretstream_xchacha20poly1305_push(stateIn(stream), raw(sealed), nullptr, raw(piece), sizeOf(piece),
                                               raw(bound), sizeOf(bound),
                                               isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
    ADIT_TRY(put(out, numberBytes(sealed.size())));
    return put(out, sealed);
}

/// BLAKE2b-256 of the content, worked out beside whoever encrypts or decrypts it.
class ContentHash
{
public:
    ContentHash() { crypto_generichash_init(&m_state, nullptr, 0, Digest().size()); }
    ~ContentHash() { wait(); }
    ContentHash(const ContentHash &) = delete;
    ContentHash &operator=(const ContentHash &) = delete;

    void add(const QByteArray &piece)
    {
        wait();
        m_running = std::async(std::launch::async,
                               [this, piece] { crypto_generichash_update(&m_state, raw(piece), sizeOf(piece)); });
    }
    Digest digest()
    {
        wait();
        Digest digest;
        crypto_generichash_final(&m_state, digest.data(), digest.size());
        return digest;
    }

private:
    void wait()
    {
        if (m_running.valid())
            m_running.get();
    }

    crypto_generichash_state m_state;
    std::future<void> m_running;
};

/// What the maker signs when all of the content has gone by: one of the recipients, who all have the key, could
/// otherwise put another content behind the same manifest.
QByteArray signedContent(const QByteArray &manifest, const Digest &content)
{
    return "adit-parcel-content/1\n" + toBytes(blake2b(manifest)) + toBytes(content);
}

struct Header
{
    QByteArray bytes;
    QJsonArray recipients;
};

Result<Header> readHeader(QFile &file)
{
    const QByteArray start = file.read(magicSize);
    if (start.startsWith("AditParcel/") && start != magic)
        return invalid(file.fileName(), ruleMark(Rule::ParcelNewer, {QString::fromLatin1(start)}));
    if (start != magic)
        return invalid(file.fileName(), ruleMark(Rule::ParcelNoBeginning));
    ADIT_TRY_ASSIGN(QByteArray bytes, take(file, longestHeader));
    const QJsonArray recipients = QJsonDocument::fromJson(bytes).object().value(QLatin1String("recipients")).toArray();
    if (recipients.isEmpty())
        return invalid(file.fileName(), ruleMark(Rule::ParcelReaders));
    return Header{std::move(bytes), recipients};
}

Result<std::unique_ptr<QFile>> openFile(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->exists())
        return Error{ErrorCode::FileMissing, path};
    if (!file->open(QIODevice::ReadOnly))
        return Error{ErrorCode::StorageFailed, path, file->errorString()};
    return file;
}

QStringList fingerprintsIn(const QJsonArray &recipients)
{
    QStringList fingerprints;
    for (const QJsonValue &recipient : recipients)
        fingerprints.append(recipient.toObject().value(QLatin1String("fingerprint")).toString());
    return fingerprints;
}

std::optional<Secret> keyFor(const QJsonArray &recipients, const Profile &recipient)
{
    for (const QJsonValue &entry : recipients) {
        const QJsonObject object = entry.toObject();
        if (object.value(QLatin1String("fingerprint")).toString() != recipient.shown().fingerprint())
            continue;
        auto key = recipient.unseal(QByteArray::fromHex(object.value(QLatin1String("key")).toString().toLatin1()));
        if (key && key->size() == crypto_secretstream_xchacha20poly1305_KEYBYTES)
            return key;
    }
    return std::nullopt;
}

QJsonArray jsonOf(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QStringList listIn(const QJsonObject &object, const char *key)
{
    QStringList list;
    for (const QJsonValue &value : object.value(QLatin1String(key)).toArray())
        list.append(value.toString());
    return list;
}

} // namespace

bool isParcel(const QString &path)
{
    if (path.endsWith(QLatin1String(".adit-parcel")))
        return true;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(magicSize).startsWith("AditParcel/");
}

QByteArray bytesOf(const ParcelManifest &manifest)
{
    const Handover &handover = manifest.handover;
    const QJsonObject maker = QJsonDocument::fromJson(cardOf(manifest.maker)).object();
    return QJsonDocument(QJsonObject{{QStringLiteral("assessment"), manifest.assessment.toString()},
                                     {QStringLiteral("site"), manifest.site},
                                     {QStringLiteral("made"), handover.made},
                                     {QStringLiteral("maker"), maker},
                                     {QStringLiteral("role"), handover.role},
                                     {QStringLiteral("chapters"), jsonOf(handover.chapters)},
                                     {QStringLiteral("to"), handover.recipients},
                                     {QStringLiteral("recipients"), jsonOf(manifest.recipients)},
                                     {QStringLiteral("chains"), handover.chains},
                                     {QStringLiteral("handover_signature"), hex(manifest.handoverSignature)},
                                     {QStringLiteral("operations"), manifest.operations},
                                     {QStringLiteral("withheld"), manifest.withheld},
                                     {QStringLiteral("bytes"), manifest.bytes}})
        .toJson(QJsonDocument::Compact);
}

Result<ParcelManifest> manifestFrom(const QByteArray &bytes, const QString &path)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto text = [&](const char *key) { return json.value(QLatin1String(key)).toString(); };
    const auto assessment = AssessmentId::fromString(text("assessment"));
    const auto maker = readPublicProfile(QJsonDocument(json.value(QLatin1String("maker")).toObject()).toJson(), path);
    if (!assessment || !maker || text("role").isEmpty())
        return invalid(path, ruleMark(Rule::ParcelContents));
    ParcelManifest manifest{.assessment = *assessment,
                            .site = text("site"),
                            .handover = {text("made"), maker->fingerprint(), text("role"), listIn(json, "chapters"),
                                         text("to"), text("chains")},
                            .handoverSignature = QByteArray::fromHex(text("handover_signature").toLatin1()),
                            .maker = *maker,
                            .recipients = listIn(json, "recipients"),
                            .operations = json.value(QLatin1String("operations")).toInteger(),
                            .withheld = json.value(QLatin1String("withheld")).toInteger(),
                            .bytes = json.value(QLatin1String("bytes")).toInteger()};
    if (!isSignedBy(*maker, *assessment, manifest.handover, manifest.handoverSignature))
        return invalid(path, ruleMark(Rule::ParcelHandover));
    return manifest;
}

Result<> writeParcel(QFile &out, QFile &content, const ParcelManifest &manifest, const Profile &maker,
                     const std::vector<PublicProfile> &recipients, const ParcelProgress &progress)
{
    const Secret key = Secret::random(crypto_secretstream_xchacha20poly1305_KEYBYTES);
    const QByteArray header = headerFor(recipients, key);
    Secret stream(sizeof(StreamState));
    QByteArray start(streamStart, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(stateIn(stream), raw(start), key.data());
    ADIT_TRY(put(out, magic + numberBytes(header.size()) + header + start));
    ParcelManifest whole = manifest;
    whole.bytes = content.size();
    const QByteArray said = bytesOf(whole);
    ADIT_TRY(push(out, stream, maker.sign(signedBytes(said)) + said, boundTo(header), false));
    ContentHash hash;
    for (qint64 done = 0; done < whole.bytes;) {
        const QByteArray piece = content.read(pieceSize);
        if (piece.isEmpty())
            return Error{ErrorCode::StorageFailed, content.fileName(), content.errorString()};
        hash.add(piece);
        done += piece.size();
        ADIT_TRY(push(out, stream, piece, {}, false));
        if (progress && !progress(double(done) / double(whole.bytes)))
            return Error{ErrorCode::Cancelled};
    }
    ADIT_TRY(push(out, stream, maker.sign(signedContent(said, hash.digest())), {}, true));
    return out.flush() ? Result<>() : Error{ErrorCode::StorageFull, out.fileName(), out.errorString()};
}

ParcelReader::ParcelReader(std::unique_ptr<QFile> file, Secret stream, ParcelManifest manifest, QByteArray said)
    : m_file(std::move(file))
    , m_stream(std::move(stream))
    , m_manifest(std::move(manifest))
    , m_said(std::move(said))
{}

Result<QByteArray> ParcelReader::pull(QFile &file, Secret &stream, const QByteArray &bound, bool &isLast)
{
    ADIT_TRY_ASSIGN(const QByteArray sealed, take(file, longestPiece));
    if (sealed.size() < streamTag)
        return invalid(file.fileName(), ruleMark(Rule::ParcelPieceShort));
    QByteArray piece(sealed.size() - streamTag, '\0');
    unsigned char tag = 0;
    const int failed = crypto_secretstream_xchacha20poly1305_pull(
        stateIn(stream), raw(piece), nullptr, &tag, raw(sealed), sizeOf(sealed), raw(bound), sizeOf(bound));
    if (failed)
        return invalid(file.fileName(), ruleMark(Rule::ParcelAltered));
    isLast = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return piece;
}

Result<ParcelReader> ParcelReader::open(const QString &path, const Profile &recipient)
{
    ADIT_TRY_ASSIGN(auto file, openFile(path));
    ADIT_TRY_ASSIGN(const Header header, readHeader(*file));
    const auto key = keyFor(header.recipients, recipient);
    if (!key)
        return Error{
            ErrorCode::ParcelForeign, path,
            QStringLiteral("%1; this is %2")
                .arg(fingerprintsIn(header.recipients).join(QStringLiteral(", ")), recipient.shown().fingerprint())};
    const QByteArray start = file->read(streamStart);
    Secret stream(sizeof(StreamState));
    if (start.size() != streamStart ||
        crypto_secretstream_xchacha20poly1305_init_pull(stateIn(stream), raw(start), key->data()) != 0)
        return invalid(path, ruleMark(Rule::ParcelCut));
    bool isLast = false;
    ADIT_TRY_ASSIGN(const QByteArray first, pull(*file, stream, boundTo(header.bytes), isLast));
    const QByteArray signature = first.left(crypto_sign_BYTES);
    const QByteArray said = first.mid(crypto_sign_BYTES);
    ADIT_TRY_ASSIGN(ParcelManifest manifest, manifestFrom(said, path));
    if (!isSignedBy(manifest.maker.signKey, signedBytes(said), signature))
        return invalid(path, ruleMark(Rule::ParcelUnsigned));
    // Or else somebody sealed to others what was made for them.
    if (manifest.recipients != fingerprintsIn(header.recipients))
        return invalid(path, ruleMark(Rule::ParcelResealed));
    return ParcelReader(std::move(file), std::move(stream), std::move(manifest), said);
}

Result<> ParcelReader::extract(QFile &to, const ParcelProgress &progress)
{
    ContentHash hash;
    qint64 done = 0;
    QByteArray signature;
    for (bool isLast = false; !isLast;) {
        ADIT_TRY_ASSIGN(const QByteArray piece, pull(*m_file, m_stream, {}, isLast));
        if (isLast) {
            signature = piece;
            break;
        }
        done += piece.size();
        if (done > m_manifest.bytes)
            break;
        hash.add(piece);
        ADIT_TRY(put(to, piece));
        if (progress && !progress(double(done) / double(std::max<qint64>(m_manifest.bytes, 1))))
            return Error{ErrorCode::Cancelled};
    }
    const bool isSigned = isSignedBy(m_manifest.maker.signKey, signedContent(m_said, hash.digest()), signature);
    if (done != m_manifest.bytes || !isSigned || !m_file->atEnd())
        return invalid(m_file->fileName(), ruleMark(Rule::ParcelCaseUnsigned));
    return to.flush() ? Result<>() : Error{ErrorCode::StorageFull, to.fileName(), to.errorString()};
}

Result<QStringList> recipientsOf(const QString &path)
{
    ADIT_TRY_ASSIGN(auto file, openFile(path));
    ADIT_TRY_ASSIGN(const Header header, readHeader(*file));
    return fingerprintsIn(header.recipients);
}

} // namespace adit
