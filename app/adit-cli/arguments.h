// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <span>
#include <string>

namespace adit::cli {

// What comes from outside, before anything is done with it. Errors are those of wrong values (exit 3) and name the
// option or variable.

/// Every word must be UTF-8: another one would reach the case as something that nobody typed.
Result<> checkEncoding(std::span<char *const> words);
/// Who acts: --by if given, else the user that the environment names. Goes into each line of the log, hence one line.
Result<QString> actorFrom(bool isGiven, const std::string &given);
/// "en", "pt-BR".
Result<QString> languageFrom(const std::string &given);
/// A file's or folder's name; an empty one is a shell variable that was never set. `what` names the argument.
Result<QString> pathFrom(const char *what, const std::string &given);

} // namespace adit::cli
