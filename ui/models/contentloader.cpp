// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/contentloader.h"

#include "ui/models/picture.h"

#include <utility>

namespace adit {

namespace {

Result<LoadedContent> madeOf(const QByteArray &bytes, const QString &digest, const QString &mime, int longestEdge)
{
    if (toHex(sha256(bytes)) != digest)
        return Error{ErrorCode::FileDamaged, digest, QStringLiteral("other bytes")};
    LoadedContent content;
    if (longestEdge > 0)
        content.picture = pictureOf(bytes, mime, longestEdge);
    if (content.picture.isNull())
        content.bytes = bytes;
    return content;
}

} // namespace

ContentLoader::ContentLoader(const CaseDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    m_step.setInterval(0);
    connect(&m_step, &QTimer::timeout, this, &ContentLoader::step);
}

void ContentLoader::load(const QString &sha256, const QString &mime, int longestEdge, const Then &then)
{
    stop();
    m_sha256 = sha256;
    m_mime = mime;
    m_longestEdge = longestEdge;
    m_then = then;
    m_part = 0;
    m_step.start();
}

void ContentLoader::stop()
{
    m_step.stop();
    m_work.stop();
    m_bytes.clear();
}

void ContentLoader::step()
{
    // Which error it is says the document, that knows whether a backup left them out.
    const auto part = m_document.contentPart(m_sha256, m_part++);
    if (!part || (m_part == 1 && part->isEmpty() && !m_document.hasContent(m_sha256))) {
        m_step.stop();
        const auto bytes = m_document.content(m_sha256);
        Result<LoadedContent> outcome = bytes ? Result<LoadedContent>(LoadedContent{*bytes, {}}) : bytes.error();
        const Then then = std::move(m_then);
        return then(outcome);
    }
    m_bytes += *part;
    if (part->isEmpty())
        make();
}

void ContentLoader::make()
{
    m_step.stop();
    m_work.run<Result<LoadedContent>>(
        [bytes = std::exchange(m_bytes, {}), digest = m_sha256, mime = m_mime,
         edge = m_longestEdge](Background::Stopped) { return madeOf(bytes, digest, mime, edge); },
        [this](Result<LoadedContent> &outcome) {
            const Then then = std::move(m_then);
            then(outcome);
        });
}

} // namespace adit
