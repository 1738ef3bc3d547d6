// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/forgedparcel.h"

#include "core/base/hashing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>
#include <vector>

#include <sodium.h>

namespace adit::test {

namespace {

constexpr qsizetype magicSize = 12;
constexpr qsizetype pieceTag = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype startSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;

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

QByteArray withLength(const QByteArray &bytes)
{
    QByteArray length(4, '\0');
    qToBigEndian(static_cast<quint32>(bytes.size()), length.data());
    return length + bytes;
}

/// Takes bytes with their length before them off the beginning.
QByteArray takeFrom(QByteArray &bytes)
{
    const auto size = static_cast<qsizetype>(qFromBigEndian<quint32>(bytes.constData()));
    QByteArray taken = bytes.mid(4, size);
    bytes.remove(0, 4 + size);
    return taken;
}

QByteArray keyOf(const QByteArray &header, const Profile &recipient)
{
    const QJsonArray recipients = QJsonDocument::fromJson(header).object().value(QLatin1String("recipients")).toArray();
    for (const QJsonValue &entry : recipients) {
        const QString sealed = entry.toObject().value(QLatin1String("key")).toString();
        if (const auto key = recipient.unseal(QByteArray::fromHex(sealed.toLatin1())))
            return key->view().toByteArray();
    }
    return {};
}

/// Manifest, pieces of content, signature.
std::vector<QByteArray> piecesIn(QByteArray stream, const QByteArray &key, const QByteArray &bound)
{
    crypto_secretstream_xchacha20poly1305_state state;
    const QByteArray start = stream.left(startSize);
    stream.remove(0, startSize);
    crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(start), raw(key));
    std::vector<QByteArray> pieces;
    while (!stream.isEmpty()) {
        const QByteArray sealed = takeFrom(stream);
        const QByteArray with = pieces.empty() ? bound : QByteArray();
        QByteArray piece(sealed.size() - pieceTag, '\0');
        if (crypto_secretstream_xchacha20poly1305_pull(&state, raw(piece), nullptr, nullptr, raw(sealed),
                                                       sizeOf(sealed), raw(with), sizeOf(with)) != 0)
            return {};
        pieces.push_back(piece);
    }
    return pieces;
}

QByteArray streamOf(const std::vector<QByteArray> &pieces, const QByteArray &key, const QByteArray &bound)
{
    crypto_secretstream_xchacha20poly1305_state state;
    QByteArray stream(startSize, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(&state, raw(stream), raw(key));
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const QByteArray with = i == 0 ? bound : QByteArray();
        const unsigned char tag = i + 1 == pieces.size() ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0;
        QByteArray sealed(pieces[i].size() + pieceTag, '\0');
        crypto_secretstream_xchacha20poly1305_push(&state, raw(sealed), nullptr, raw(pieces[i]), sizeOf(pieces[i]),
                                                   raw(with), sizeOf(with), tag);
        stream += withLength(sealed);
    }
    return stream;
}

} // namespace

QByteArray forgedParcel(const QByteArray &parcel, const Profile &recipient,
                        const std::function<void(QByteArray &)> &forgeContent)
{
    const QByteArray magic = parcel.left(magicSize);
    QByteArray rest = parcel.mid(magicSize);
    const QByteArray header = takeFrom(rest);
    const QByteArray key = keyOf(header, recipient);
    const QByteArray bound = toBytes(blake2b(magic + header));
    std::vector<QByteArray> pieces = piecesIn(rest, key, bound);
    if (pieces.size() < 3)
        return {};
    QByteArray content;
    for (std::size_t i = 1; i + 1 < pieces.size(); ++i)
        content += pieces[i];
    forgeContent(content);
    return magic + withLength(header) + streamOf({pieces.front(), content, pieces.back()}, key, bound);
}

} // namespace adit::test
