// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/sqlite.h"

namespace adit {

/// Room to keep pages in while very many rows are written, all over a file; given back afterwards.
class WideCache
{
public:
    explicit WideCache(Database &database);
    ~WideCache();
    WideCache(const WideCache &) = delete;
    WideCache &operator=(const WideCache &) = delete;

private:
    Database &m_database;
};

} // namespace adit
