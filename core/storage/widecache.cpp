// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/widecache.h"

#include <sqlite3.h>

namespace adit {

WideCache::WideCache(Database &database)
    : m_database(database)
{
    (void)m_database.execute("PRAGMA cache_size = -131072");
}

WideCache::~WideCache()
{
    (void)m_database.execute("PRAGMA cache_size = -2000");
    sqlite3_db_release_memory(m_database.handle());
}

} // namespace adit
