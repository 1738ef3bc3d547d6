// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/standard/standard.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace adit {

/// Reads a standard's file ("adit-standard/1"). Members must be unique and texts clean; then it is checked against the
/// JSON schema, then against the rules a schema cannot say (codes unique and under their parent, points falling, levels
/// referring to the scale). Error StandardInvalid: subject is the path of the place in the file
/// ("/principles/0/chapters/1/code"), detail says what was expected there. Files above 64 MB are refused unread.
Result<Standard> parseStandard(const QByteArray &json);

/// One way only to write a standard: keys sorted, no blanks. Input of its hash; parseStandard() reads it back equal.
QByteArray canonicalJson(const Standard &standard);
/// One node as the file has it, with all below it; empty if there is none.
QJsonObject nodeJson(const Standard &standard, const RequirementCode &code);

/// Everything but the tree, as a case file keeps it beside the tables of nodes and texts.
QByteArray rulesJson(const Standard &standard);
/// Reads rulesJson() back. The caller adds the nodes and then asks checkStandardRules().
Result<Standard::Parts> parseRules(const QByteArray &json);

/// The catalogues that come with the program, by qualified id ("irma-style-1.0").
QStringList shippedStandards();
Result<Standard> shippedStandard(const QString &qualifiedId);

} // namespace adit
