// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/profile.h"

namespace adit::test {

/// Somebody's profile: made once a program, so that the same name is the same person. Its keys are drawn at random.
const Profile &profileOf(const char *name);

} // namespace adit::test
