// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/disclosure/redactionverbs.h"
#include "core/release/guardedcase.h"
#include "core/release/releasegate.h"
#include "core/release/sheetguard.h"
#include "core/release/tellingtexts.h"

#include <QString>
#include <QStringList>

namespace adit {

// What is said of making an assessment public. One place, so that the page, its errors and its tests speak alike.

/// What holds a release up: "Not decided yet".
QString holdWords(ReleaseHold::Kind kind);
/// What to do about it.
QString holdAdvice(ReleaseHold::Kind kind);
/// Where: "RD-A03", "1.1.1.1 Finding", whose name; empty where the kind says it all.
QString holdPlace(const ReleaseHold &hold);
/// The same of many, each once: the first few, and how many more.
QString holdPlaces(const std::vector<ReleaseHold> &holds);

/// "1.2.2.2, Finding"; of what people list, "Nonconformity NC-A01, Cause".
QString textPlaceWords(EntityKind kind, const QString &code, const QString &fieldName);
QString textPlaceWords(const EntityRef &entity, const QString &fieldName);
/// Of a redaction: "1.2.2.2, Finding", or "1.2.2.2, all texts".
QString redactionPlaceWords(const Assessment &assessment, const Record &redaction);
/// "full name", "family name", "telephone number".
QString namePartWords(const QString &part);
/// Why it was found and what may become of it.
QString findingWords(const GuardFinding &finding);

/// "Asked", "Withheld", "To be decided anew".
QString redactionStateWord(RedactionState::State state);
/// What a reason A to G is for; empty for anything else.
QString reasonAdvice(const QString &reason);
/// Its words stand more than once and are withheld everywhere: perhaps not all of it was meant.
bool isRepeated(const RedactionState &state);
/// Why it keeps a release from being built; empty where it does not.
QString redactionHoldWords(const RedactionState &state);

/// "Unsigned draft", "Released", "Withdrawn".
QString releaseStateWord(const Record &release);
/// The beginning of a root, by eye: "3f2a 91bc".
QString shortRoot(const QString &root);

/// Of an error ReleaseBlocked: what holds it up, and the places. One that is about a paper, a parcel or a report for
/// the company names people and places alone.
bool isAboutNames(const Error &error);
QString blockedWords(const QString &code);
QString blockedPlaces(const QString &code, const QString &detail);

/// Why a text is to be read again.
QString tellingWords(const TellingText &text);

/// What is to be known of a sheet before it is sent on; empty where it was looked through.
QString sheetLookWords(SheetLook look);

} // namespace adit
