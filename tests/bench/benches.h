// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace adit::bench {

// What `./dev bench` measures, one function a place: each prints its rows of the table.

/// From a key press in the real window to its pixels, with the edit durable in between.
void measureWindow();
/// The largest audit that the program is made for: 3 000 pieces of evidence, 400 interviews, 150 nonconformities,
/// 100 000 operations.
void measureLargeCase();
/// Evidence: photos added, shown and scrolled through, in a case of 2 GB.
void measureEvidence();
/// Two copies of one case that come together.
void measureMerge();
/// What was made of a case for others, sealed to their keys.
void measureParcels();
/// The command that prints the public summary, as a whole process: time and memory.
void measureReport();

} // namespace adit::bench
