// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <memory>

namespace adit {

/// Bytes that nobody else may see: kept in memory that is never written to a disk's swap, with guard pages around it,
/// and overwritten when they go (store.md, Security). Copies share the same memory.
class Secret
{
public:
    /// So many zero bytes. The program ends where the system gives no such memory: nothing may go on without.
    explicit Secret(std::size_t size);
    static Secret random(std::size_t size);
    /// Overwrites what it was made from.
    static Secret taking(QByteArray &&bytes);

    std::size_t size() const { return m_size; }
    const unsigned char *data() const { return m_bytes.get(); }
    unsigned char *data() { return m_bytes.get(); }
    QByteArrayView view() const
    {
        return {reinterpret_cast<const char *>(m_bytes.get()), static_cast<qsizetype>(m_size)};
    }

private:
    std::shared_ptr<unsigned char> m_bytes;
    std::size_t m_size;
};

/// Overwrites a text that was typed or read. The keyboard's and the window's own copies are beyond reach.
void wipe(QByteArray &bytes);
void wipe(QString &text);

/// A program that dies leaves no picture of its memory behind. Called first in every main().
void keepSecretsOutOfCoreDumps();

} // namespace adit
