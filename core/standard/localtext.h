// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace adit {

/// The same words in several languages, by language code ("en", "es").
class LocalText
{
public:
    LocalText() = default;
    explicit LocalText(QMap<QString, QString> texts)
        : m_texts(std::move(texts))
    {}

    /// The text in `language`, else in English, else in the first language there is, else empty.
    QString in(const QString &language) const;
    const QMap<QString, QString> &all() const { return m_texts; }
    bool isEmpty() const { return m_texts.isEmpty(); }

    friend bool operator==(const LocalText &, const LocalText &) = default;

private:
    QMap<QString, QString> m_texts;
};

} // namespace adit
