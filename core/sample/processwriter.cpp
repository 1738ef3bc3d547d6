// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/processwriter.h"

#include "core/exchange/recordsheet.h"
#include "core/process/processverbs.h"

#include <QJsonArray>

namespace adit {

namespace {

QString string(const QJsonObject &object, const char *name)
{
    return object[QLatin1String(name)].toString();
}

std::optional<QDate> day(const QJsonObject &object, const char *name)
{
    return dateFromIso(string(object, name));
}

QJsonObject member(const QJsonObject &object, const char *name)
{
    return object[QLatin1String(name)].toObject();
}

QStringList textsOf(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    for (const QJsonValue &text : value.toArray())
        texts.append(text.toString());
    return texts;
}

std::optional<QString> given(const QJsonObject &object, const char *name)
{
    return object.contains(QLatin1String(name)) ? std::optional(string(object, name)) : std::nullopt;
}

/// Field by field, for things that have one entity each.
RecordInput inputFrom(EntityKind kind, const QJsonObject &values)
{
    RecordInput input;
    for (auto value = values.begin(); value != values.end(); ++value)
        if (const FieldInfo *field = findField(kind, value.key()))
            input.values.emplace_back(field, value.value().toString());
    return input;
}

struct State
{
    const char *code;
    const char *day; ///< the member that says when it was reached
};

constexpr State states[] = {{"raised", "raised"},
                            {"cause-accepted", "cause_accepted"},
                            {"plan-accepted", "plan_accepted"},
                            {"implemented", "implemented"},
                            {"verified", "verified"}};

/// What comes with a state, by the columns of the sheet.
QStringList columnsOf(const QString &state)
{
    if (state == QLatin1String("raised"))
        return {QStringLiteral("title"),  QStringLiteral("grade"),      QStringLiteral("requirement"),
                QStringLiteral("raised"), QStringLiteral("correction"), QStringLiteral("description"),
                QStringLiteral("owner")};
    if (state == QLatin1String("cause-accepted"))
        return {QStringLiteral("cause"), QStringLiteral("cause_accepted")};
    if (state == QLatin1String("plan-accepted"))
        return {QStringLiteral("plan_accepted")};
    if (state == QLatin1String("implemented"))
        return {QStringLiteral("implemented")};
    return {QStringLiteral("verified_by"), QStringLiteral("verified_basis")};
}

} // namespace

ProcessWriter::ProcessWriter(CaseDocument &document, QJsonObject process, QMap<QString, QString> &labels)
    : m_document(document)
    , m_process(std::move(process))
    , m_labels(labels)
{}

std::multimap<QDate, ProcessWriter::Work> ProcessWriter::works(const QDate &planned)
{
    std::multimap<QDate, Work> works;
    addRecords(works);
    works.emplace(planned, [this] { return writePlan(); });
    addMilestones(planned, works);
    addTests(works);
    addNonconformities(works);
    addSteps(works);
    return works;
}

Result<> ProcessWriter::apply(Result<Edit> edit)
{
    if (!edit)
        return edit.error();
    ADIT_TRY(m_document.apply(*edit));
    return {};
}

void ProcessWriter::addMilestones(const QDate &planned, std::multimap<QDate, Work> &works)
{
    const QJsonObject milestones = member(m_process, "milestones");
    for (auto milestone = milestones.begin(); milestone != milestones.end(); ++milestone) {
        const QString code = milestone.key();
        const QJsonObject dates = milestone.value().toObject();
        works.emplace(planned, [this, code, dates] {
            return apply(setMilestone(m_document.view(), code, {.planned = given(dates, "planned")}));
        });
        if (const auto done = day(dates, "done"))
            works.emplace(*done, [this, code, dates] {
                return apply(setMilestone(m_document.view(), code,
                                          {.done = given(dates, "done"),
                                           .extended = given(dates, "extended"),
                                           .extension = given(dates, "extension")}));
            });
    }
}

Result<> ProcessWriter::writePlan()
{
    const Assessment &assessment = m_document.assessment();
    ADIT_TRY(
        apply(changeRecord(m_document.view(), assessment.derivedRef(EntityKind::AuditPlan, Assessment::auditPlanCode()),
                           inputFrom(EntityKind::AuditPlan, member(m_process, "plan")))));
    const QJsonObject groups = member(m_process, "groups");
    for (auto group = groups.begin(); group != groups.end(); ++group)
        ADIT_TRY(apply(changeRecord(m_document.view(), assessment.derivedRef(EntityKind::GroupPlan, group.key()),
                                    inputFrom(EntityKind::GroupPlan, group.value().toObject()))));
    return {};
}

void ProcessWriter::addRecords(std::multimap<QDate, Work> &works)
{
    for (const QJsonValue &value : m_process[QLatin1String("records")].toArray()) {
        const QJsonObject record = value.toObject();
        works.emplace(day(record, "on").value_or(QDate()), [this, record] { return writeRecord(record); });
    }
}

Result<> ProcessWriter::writeRecord(const QJsonObject &record)
{
    const RecordSheet *sheet = recordSheet(string(record, "list"));
    if (!sheet)
        return Error{ErrorCode::InvalidValue, QStringLiteral("list: ") + string(record, "list")};
    GivenValues values;
    const QJsonObject given = member(record, "values");
    for (auto value = given.begin(); value != given.end(); ++value) {
        QStringList texts = textsOf(value.value());
        const RecordColumn *column = sheet->column(value.key());
        const bool isLink = column && column->field &&
                            (column->field->type == ValueType::Link || column->field->type == ValueType::Links);
        for (QString &text : texts)
            text = isLink ? m_labels.value(text, text) : text;
        values.insert(value.key(), texts);
    }
    const RecordSources sources{[this](EntityKind kind) { return m_document.newEntity(kind); },
                                [this] { return m_document.newId(); },
                                [](const QString &name) { return Result<TakenFile>(ErrorCode::FileMissing, name); }};
    ADIT_TRY_ASSIGN(const RecordEdit made, recordEdit(m_document.view(), *sheet, values, sources));
    ADIT_TRY(m_document.apply(made.edit));
    m_labels.insert(string(record, "key"), made.entity.code);
    return {};
}

void ProcessWriter::addNonconformities(std::multimap<QDate, Work> &works)
{
    for (const QJsonValue &value : m_process[QLatin1String("nonconformities")].toArray()) {
        const QJsonObject nonconformity = value.toObject();
        for (const State &state : states)
            if (const auto reached = day(nonconformity, state.day))
                works.emplace(*reached, [this, nonconformity, code = QLatin1String(state.code)] {
                    return writeNonconformity(nonconformity, code);
                });
    }
    const QJsonObject answers = member(m_process, "answers");
    if (const auto finished = day(m_process, "answered"); finished && !answers.isEmpty())
        works.emplace(*finished, [this, answers] { return writeAnswers(answers); });
}

Result<> ProcessWriter::writeNonconformity(const QJsonObject &nonconformity, const QString &state)
{
    const QString key = string(nonconformity, "key");
    QJsonObject values{{QStringLiteral("state"), state}};
    if (m_labels.contains(key))
        values.insert(QStringLiteral("id"), m_labels.value(key));
    for (const QString &column : columnsOf(state))
        if (nonconformity.contains(column))
            values.insert(column, nonconformity[column]);
    if (state == QLatin1String("verified"))
        values.insert(QStringLiteral("verified_on"), nonconformity[QLatin1String("verified")]);
    if (state == QLatin1String("plan-accepted"))
        ADIT_TRY(linkActions(m_labels.value(key), textsOf(nonconformity[QLatin1String("requirement")])));
    return writeRecord({{QStringLiteral("list"), QStringLiteral("actions")},
                        {QStringLiteral("key"), key},
                        {QStringLiteral("values"), values}});
}

/// What was planned for the requirements becomes the plan of the nonconformity.
Result<> ProcessWriter::linkActions(const QString &label, const QStringList &requirements)
{
    EditBuilder builder(m_document.view(), Verb::Plan, label);
    for (const auto &[id, action] : m_document.assessment().records(EntityKind::Action))
        if (requirements.contains(action[field::action::requirement]))
            builder.set({EntityKind::Action, id, action[field::action::requirement]},
                        infoOf(field::action::nonconformity), label);
    return apply(builder.build());
}

void ProcessWriter::addTests(std::multimap<QDate, Work> &works)
{
    const QJsonObject tests = member(m_process, "tests");
    for (auto test = tests.begin(); test != tests.end(); ++test) {
        const QString code = test.key();
        const QJsonObject values = test.value().toObject();
        works.emplace(day(values, "tested").value_or(QDate()), [this, code, values] {
            return apply(changeRecord(m_document.view(),
                                      m_document.assessment().derivedRef(EntityKind::Relevance, code),
                                      inputFrom(EntityKind::Relevance, values)));
        });
    }
    const QJsonObject seen = member(m_process, "seen");
    for (auto paper = seen.begin(); paper != seen.end(); ++paper)
        works.emplace(dateFromIso(paper.value().toString()).value_or(QDate()), [this, key = paper.key(),
                                                                                date = paper.value().toString()] {
            return writeRecord({{QStringLiteral("list"), QStringLiteral("evidence")},
                                {QStringLiteral("key"), key},
                                {QStringLiteral("values"), QJsonObject{{QStringLiteral("id"), m_labels.value(key)},
                                                                       {QStringLiteral("seen"), date}}}});
        });
}

Result<> ProcessWriter::writeAnswers(const QJsonObject &answers)
{
    EditBuilder builder(m_document.view(), Verb::Justify, {});
    for (auto answer = answers.begin(); answer != answers.end(); ++answer) {
        const QJsonObject values = answer.value().toObject();
        const auto code = RequirementCode::fromString(answer.key());
        for (auto value = values.begin(); code && value != values.end(); ++value)
            if (const FieldInfo *field = findField(EntityKind::Answer, value.key()))
                builder.set(m_document.assessment().answerRef(*code), *field, value.value().toString());
    }
    return apply(builder.build());
}

/// Opened and closed on their days; the gates are for the sample's test to look at.
void ProcessWriter::addSteps(std::multimap<QDate, Work> &works)
{
    const QJsonObject steps = member(m_process, "steps");
    for (auto step = steps.begin(); step != steps.end(); ++step)
        for (const bool opens : {true, false})
            if (const auto date = day(step.value().toObject(), opens ? "opened" : "closed"))
                works.emplace(*date, [this, code = step.key(), opens, date = *date] {
                    return apply(setStep(m_document.view(), code, opens, date));
                });
    if (const QJsonObject details = member(m_process, "details"); !details.isEmpty())
        works.emplace(day(m_process, "answered").value_or(QDate()), [this, details] {
            return apply(describe(m_document.view(), inputFrom(EntityKind::Details, details).values));
        });
    const QJsonObject plain = member(m_process, "plain");
    for (auto text = plain.begin(); text != plain.end(); ++text)
        works.emplace(day(m_process, "answered").value_or(QDate()),
                      [this, language = text.key(), written = text.value().toString()] {
                          return apply(changeRecord(m_document.view(),
                                                    m_document.assessment().derivedRef(EntityKind::PlainText, language),
                                                    {{{&infoOf(field::plain_text::text), written}}}));
                      });
}

} // namespace adit
