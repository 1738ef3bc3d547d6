// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/thumbnails.h"

#include "ui/models/picture.h"

#include <algorithm>

namespace adit {

Thumbnails::Thumbnails(const CaseDocument &document, int longestEdge, QObject *parent)
    : QObject(parent)
    , m_longestEdge(longestEdge)
    , m_pictures(mostMemory)
    , m_loader(document)
{}

QPixmap Thumbnails::of(const QString &sha256, const QString &mime)
{
    if (const QPixmap *known = m_pictures.object(sha256))
        return *known;
    const bool canBeMade = isPhoto(mime) || isDrawing(mime) || mime == QLatin1String("application/pdf");
    if (sha256.isEmpty() || !canBeMade || sha256 == m_making)
        return {};
    if (std::ranges::find(m_asked, sha256, &Asked::sha256) == m_asked.end())
        m_asked.push_back({sha256, mime});
    if (!m_loader.isBusy())
        next();
    return {};
}

void Thumbnails::keepOnly(const QSet<QString> &wanted)
{
    std::erase_if(m_asked, [&](const Asked &asked) { return !wanted.contains(asked.sha256); });
    if (m_making.isEmpty() || wanted.contains(m_making))
        return;
    m_loader.stop();
    next();
}

void Thumbnails::next()
{
    m_making.clear();
    if (m_asked.empty())
        return;
    const Asked asked = m_asked.back();
    m_asked.pop_back();
    m_making = asked.sha256;
    m_loader.load(asked.sha256, asked.mime, m_longestEdge,
                  [this, asked](const Result<LoadedContent> &content) { take(asked.sha256, content); });
}

void Thumbnails::take(const QString &sha256, const Result<LoadedContent> &content)
{
    // A file without a picture is remembered as such, so that it is not read again and again.
    auto *picture = new QPixmap(content ? QPixmap::fromImage(content->picture) : QPixmap());
    ++m_made;
    m_pictures.insert(sha256, picture, 1 + picture->width() * picture->height() * picture->depth() / 8 / 1024);
    next();
    Q_EMIT ready(sha256);
}

} // namespace adit
