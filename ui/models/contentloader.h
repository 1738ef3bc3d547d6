// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/casedocument.h"
#include "ui/editing/background.h"

#include <QImage>
#include <QTimer>

namespace adit {

/// The bytes of a file that the case holds, or the picture in them.
struct LoadedContent
{
    QByteArray bytes; ///< empty where the picture was asked for and is there
    QImage picture;
};

/// Fetches bytes of evidence without holding the window up: read part by part between its events, checked against
/// their digest and made into a picture beside it. One file at a time; a new one takes the place of the last.
class ContentLoader final : public QObject
{
    Q_OBJECT
public:
    explicit ContentLoader(const CaseDocument &document, QObject *parent = nullptr);

    using Then = std::function<void(Result<LoadedContent> &)>;
    /// `longestEdge`: of the picture; 0: only the bytes are wanted. Error as CaseDocument::content().
    void load(const QString &sha256, const QString &mime, int longestEdge, const Then &then);
    void stop();
    bool isBusy() const { return m_step.isActive() || m_work.isBusy(); }

private:
    void step();
    void make();

    const CaseDocument &m_document;
    QString m_sha256;
    QString m_mime;
    int m_longestEdge = 0;
    Then m_then;
    QByteArray m_bytes;
    qint64 m_part = 0;
    QTimer m_step;
    Background m_work;
};

} // namespace adit
