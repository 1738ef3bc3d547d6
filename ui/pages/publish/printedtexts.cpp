// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/publish/printedtexts.h"

#include "core/disclosure/redactions.h"
#include "ui/pages/publish/printedplace.h"

#include <algorithm>

namespace adit {

namespace {

bool isGone(const Record &record)
{
    const FieldInfo *removal = removalField(record.kind());
    return removal && record.has(removal->index) && isRemoval(*removal, record.text(removal->index));
}

/// By chapter and number, where they are requirements; else as letters.
bool isBefore(const EntityRef &a, const EntityRef &b)
{
    const auto first = RequirementCode::fromString(a.code);
    const auto second = RequirementCode::fromString(b.code);
    return first && second ? *first < *second : a.code < b.code;
}

} // namespace

std::vector<WrittenText> withholdableTexts(const Assessment &assessment)
{
    std::vector<WrittenText> texts;
    for (const KindInfo &kind : allKinds()) {
        const auto fields = redactableFields(kind.kind);
        if (fields.empty())
            continue;
        std::vector<WrittenText> ofKind;
        for (const auto &[id, record] : assessment.records(kind.kind)) {
            if (isGone(record))
                continue;
            const EntityRef entity{kind.kind, id, kind.codeField ? record.text(*kind.codeField) : QString()};
            for (const FieldInfo *field : fields)
                if (const QString text = record.text(field->index); !text.trimmed().isEmpty())
                    ofKind.push_back({entity, field, text});
        }
        std::ranges::stable_sort(ofKind, isBefore, &WrittenText::entity);
        std::ranges::move(ofKind, std::back_inserter(texts));
    }
    return texts;
}

std::vector<TextWithWords> textsWithWords(const Assessment &assessment, const QString &words)
{
    std::vector<TextWithWords> found;
    const QRegularExpression form = formOfWords(words);
    if (words.trimmed().isEmpty())
        return found;
    for (WrittenText &text : withholdableTexts(assessment))
        if (const auto match = form.match(text.text); match.hasMatch())
            found.push_back({std::move(text), match.captured()});
    return found;
}

int placesOf(const QString &words, const QString &text)
{
    int places = 0;
    for (qsizetype at = words.isEmpty() ? -1 : text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
        ++places;
    return places;
}

} // namespace adit
