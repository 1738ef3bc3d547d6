// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/auditsections.h"
#include "core/report/counttable.h"
#include "core/report/pieces.h"
#include "core/report/sheet.h"

#include <algorithm>

namespace adit::report {

namespace {

CountValue numberOr(const Context &context, const std::optional<int> &number, const char *otherwise)
{
    return number ? CountValue{.text = context.words.number(*number)} : CountValue::quiet(context.words(otherwise));
}

CountValue heardOf(const Context &context, const PublicFieldwork &fieldwork, const PublicFieldwork::Group &group)
{
    const Words &words = context.words;
    if (!group.heard)
        return CountValue::quiet(words(fieldwork.isEachFew ? "people.few" : "people.not_shown"));
    const bool isShort = *group.heard < group.planned.value_or(0);
    return {.text = *group.heard == 0 ? words("people.none") : words.number(*group.heard), .isBold = isShort};
}

CountRow groupRow(const Context &context, const PublicFieldwork &fieldwork, const PublicFieldwork::Group &group)
{
    const Words &words = context.words;
    const QString name = group.code.isEmpty() ? words("people.no_group") : words.named("group", group.code);
    return {.name = name,
            .values = {numberOr(context, group.planned, group.heard ? "people.not_set" : "people.not_shown"),
                       heardOf(context, fieldwork, group)}};
}

CountRow totalRow(const Context &context, const PublicFieldwork &fieldwork)
{
    const Words &words = context.words;
    const CountRange &heard = fieldwork.heard;
    QString shown = words.number(heard.least);
    if (heard.most != heard.least)
        shown = words("people.range", {{"least", shown}, {"most", words.number(heard.most)}});
    else if (heard.most == 0)
        shown = words("people.none");
    const bool isPlanKnown = fieldwork.planned.has_value();
    const bool isPlanHidden = !isPlanKnown && heard.most > 0;
    return {.name = words("people.all"),
            .values = {numberOr(context, fieldwork.planned, isPlanHidden ? "people.not_shown" : "people.not_set"),
                       {.text = shown}},
            .isTotal = true};
}

/// What the marks in the table mean, and no mark that is not in it.
QString peopleNote(const Context &context, const PublicFieldwork &fieldwork)
{
    QStringList notes;
    const auto is = [&](auto &&test) { return std::ranges::any_of(fieldwork.groups, test); };
    if (is([](const PublicFieldwork::Group &group) { return !group.heard; }))
        notes.append(context.words(fieldwork.isEachFew ? "people.few_note" : "people.not_shown_note"));
    if (is([](const PublicFieldwork::Group &group) { return group.heard == 0; }))
        notes.append(context.words("people.none_note"));
    if (is([](const PublicFieldwork::Group &group) { return group.heard && *group.heard < group.planned.value_or(0); }))
        notes.append(context.words("people.short_note"));
    return notes.join(QLatin1Char(' '));
}

void addPeople(Block &block, const Context &context)
{
    const Words &words = context.words;
    const PublicFieldwork &fieldwork = context.assessment.fieldwork;
    double y = addTableHeading(block, context, words("people.title"), sheet::left, halfTable, 0);
    CountTable table{.x = sheet::left,
                     .width = halfTable,
                     .numberWidth = 48,
                     .heads = {words("people.group"), words("people.planned"), words("people.heard")}};
    for (const PublicFieldwork::Group &group : fieldwork.groups)
        table.rows.push_back(groupRow(context, fieldwork, group));
    table.rows.push_back(totalRow(context, fieldwork));
    y = addCountTable(block, context, table, y);
    if (const QString note = peopleNote(context, fieldwork); !note.isEmpty())
        addTableNote(block, context, note, sheet::left, halfTable, y);
}

CountRow sampleRow(const Context &context, const char *name, const std::optional<int> &planned,
                   const std::optional<int> &done, const char *noDone = "people.not_set")
{
    CountValue value = numberOr(context, done, noDone);
    value.isBold = done && *done < planned.value_or(0);
    return {.name = context.words(name), .values = {numberOr(context, planned, "people.not_set"), value}};
}

void addSamples(Block &block, const Context &context, double x)
{
    const Words &words = context.words;
    const PublicFieldwork &fieldwork = context.assessment.fieldwork;
    const auto placesRow = [&](const char *name, const PublicFieldwork::Places &places) {
        return sampleRow(context, name, places.planned, places.visited);
    };
    const CountTable table{
        .x = x,
        .width = halfTable,
        .numberWidth = 48,
        .heads = {words("samples.what"), words("people.planned"), words("samples.done")},
        .rows = {sampleRow(context, "samples.days", fieldwork.plannedDays, fieldwork.days),
                 placesRow("samples.on_site", fieldwork.onSite), placesRow("samples.off_site", fieldwork.offSite),
                 sampleRow(context, "samples.interviews", std::nullopt, fieldwork.interviews, "people.few"),
                 sampleRow(context, "samples.documents", std::nullopt, fieldwork.documents)}};
    double y = addTableHeading(block, context, words("samples.title"), x, halfTable, 0);
    y = addCountTable(block, context, table, y);
    addTableNote(block, context, words("samples.note"), x, halfTable, y);
}

} // namespace

void addFieldwork(Part &part, const Context &context)
{
    Block block;
    block.box.spaceBefore = sheet::line;
    const bool isWithoutPeople = context.assessment.fieldwork.isWithoutPeople();
    if (isWithoutPeople)
        addLabelled(part, context, context.words("people.title"), {context.words("people.nobody")}, sheet::sans());
    else
        addPeople(block, context);
    addSamples(block, context, isWithoutPeople ? sheet::left : sheet::left + halfTableStep);
    part.add(std::move(block));
}

} // namespace adit::report
