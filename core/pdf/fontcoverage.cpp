// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/fontcoverage.h"

#include "core/pdf/pangostyle.h"

#include <algorithm>

namespace adit::pdf {

namespace {

/// Symbols first, then upright text families by name. Left out: pictures in colour, which a tagged file cannot hold,
/// and families that only repeat others.
int rankOf(const QString &family)
{
    static const QStringList first{QStringLiteral("Noto Sans Symbols"), QStringLiteral("Noto Sans Symbols2"),
                                   QStringLiteral("Noto Sans Math"), QStringLiteral("Noto Music"),
                                   QStringLiteral("Noto Emoji")};
    const auto at = static_cast<int>(first.indexOf(family));
    if (at >= 0)
        return at;
    const bool spare = family.contains(QLatin1String("Color")) || family.contains(QLatin1String("Mono")) ||
                       family.contains(QLatin1String("Display"));
    return family.startsWith(QLatin1String("Noto ")) && !spare ? static_cast<int>(first.size()) : -1;
}

} // namespace

void FontCoverage::Release::operator()(PangoCoverage *coverage) const
{
    g_object_unref(coverage);
}

PangoCoverage *FontCoverage::coverage(const QString &family)
{
    const auto [at, added] = m_coverages.try_emplace(family);
    if (!added)
        return at->second.get();
    const auto wanted = fontDescription({family}, TextStyle{});
    const Owned<PangoFont> font(pango_context_load_font(m_context, wanted.get()));
    if (!font)
        return nullptr;
    const Owned<PangoFontDescription> got(pango_font_describe(font.get()));
    if (family == QString::fromUtf8(pango_font_description_get_family(got.get())))
        at->second.reset(pango_font_get_coverage(font.get(), pango_context_get_language(m_context)));
    return at->second.get();
}

bool FontCoverage::draws(const QString &family, char32_t character)
{
    PangoCoverage *covered = coverage(family);
    return covered && pango_coverage_get(covered, static_cast<int>(character)) == PANGO_COVERAGE_EXACT;
}

const QStringList &FontCoverage::others()
{
    if (!m_others.isEmpty())
        return m_others;
    PangoFontFamily **families = nullptr;
    int count = 0;
    pango_context_list_families(m_context, &families, &count);
    for (int i = 0; i < count; ++i) {
        const QString name = QString::fromUtf8(pango_font_family_get_name(families[i]));
        if (rankOf(name) >= 0)
            m_others.append(name);
    }
    g_free(families);
    std::ranges::sort(m_others, {}, [](const QString &name) { return std::pair(rankOf(name), name); });
    return m_others;
}

QString FontCoverage::familyFor(char32_t character, const QStringList &wanted)
{
    if (m_excluded.contains(character))
        return {};
    const auto drawsIt = [&](const QString &family) { return draws(family, character); };
    const auto own = std::ranges::find_if(wanted, drawsIt);
    if (own != wanted.end())
        return *own;
    const auto known = m_found.constFind(character);
    if (known != m_found.constEnd())
        return *known;
    const auto other = std::ranges::find_if(others(), drawsIt);
    return *m_found.insert(character, other == m_others.end() ? QString() : *other);
}

} // namespace adit::pdf
