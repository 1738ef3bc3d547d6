// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace adit {

/// What stands in the place of a withheld passage. Reasons A (personal data) and B (safety) are one: a mark that says
/// "retaliation" beside a labour requirement would point at a witness (report.md, Redaction).
enum class WithheldAs { Persons, Commercial, Security, Culture, Legal, ThirdParty };

std::span<const WithheldAs> allWithheldAs();
/// "AB", "C", "D", "E", "F", "G": as the public record has it.
QLatin1String codeOf(WithheldAs withheld);
/// For a reason A to G; nothing for anything else.
std::optional<WithheldAs> withheldAs(QStringView reason);

struct TextPart
{
    QString text = {}; ///< as written; of a withheld part its public wording, or nothing
    std::optional<WithheldAs> withheld = {};

    friend bool operator==(const TextPart &, const TextPart &) = default;
};

/// A text as its reader may have it: what is withheld is not in it at all, so that nothing of it (length, line breaks,
/// glyphs) can survive in what is laid out from it.
class PublicText
{
public:
    PublicText() = default;
    explicit PublicText(std::vector<TextPart> parts)
        : m_parts(std::move(parts))
    {}

    const std::vector<TextPart> &parts() const { return m_parts; }
    /// Nothing but blanks, and nothing withheld.
    bool isBlank() const;
    /// With a constant text for each sort of withheld part that has no public wording.
    QString joined(const std::function<QString(WithheldAs)> &mark) const;

    friend bool operator==(const PublicText &, const PublicText &) = default;

private:
    std::vector<TextPart> m_parts;
};

} // namespace adit
