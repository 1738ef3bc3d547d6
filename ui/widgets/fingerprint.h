// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;
class QWidget;

namespace adit {

enum class Role;

/// A fingerprint for two people to compare by voice: its groups of four set apart, every letter as wide as the others.
QLabel *newFingerprint(QWidget *parent, const QString &fingerprint, Role ink);
/// "7K3F 9QZM …" of "7K3F-9QZM-…".
QString spoken(const QString &fingerprint);

} // namespace adit
