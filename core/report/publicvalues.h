// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disclosure/disclosed.h"

#include <QDate>
#include <QStringList>
#include <optional>

namespace adit {

using DisclosedText = Disclosed<QString>;
using DisclosedPassages = Disclosed<PublicText>; ///< what people wrote; parts of it may be withheld
using DisclosedDate = Disclosed<std::optional<QDate>>;
using DisclosedMembers = Disclosed<QStringList>;
using DisclosedFlag = Disclosed<bool>;

} // namespace adit
