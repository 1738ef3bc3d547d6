// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/recordsheet.h"

#include "core/edits/draft.h"
#include "core/edits/recordrules.h"

#include <algorithm>
#include <optional>

namespace adit {

namespace {

struct Renamed
{
    EntityKind kind;
    const char *field;
    const char *column;
};

/// Words that cli.md fixes, where they are not the field's own.
constexpr Renamed renamed[] = {
    {EntityKind::Person, "stakeholder", "group"},
    {EntityKind::Interview, "people", "person"},
    {EntityKind::Interview, "held", "date"},
    {EntityKind::Interview, "summary", "text"},
    {EntityKind::Interview, "present", "present_words"},
    {EntityKind::Evidence, "note", "notes"},
    {EntityKind::Nonconformity, "requirements", "requirement"},
    {EntityKind::Nonconformity, "verified", "verified_on"},
    {EntityKind::Request, "requirements", "requirement"},
    {EntityKind::Contact, "stakeholder", "group"},
    {EntityKind::TeamMember, "profile", "fingerprint"},
};

QString columnName(const FieldInfo &field)
{
    const auto found = std::ranges::find_if(
        renamed, [&](const Renamed &row) { return row.kind == field.kind && field.name == QLatin1String(row.field); });
    return found == std::end(renamed) ? QString(field.name) : QLatin1String(found->column);
}

/// What the program finds out by itself.
bool isReadOnly(const FieldInfo &field)
{
    static const QStringList ofEvidence{QStringLiteral("file_name"), QStringLiteral("mime"),
                                        QStringLiteral("bytes"),     QStringLiteral("sha256"),
                                        QStringLiteral("taken_at"),  QStringLiteral("taken_where")};
    // Said by whoever answers or settles a comment, in their own name (core/review/threads.h).
    static const QStringList ofComments{QStringLiteral("answered_by"), QStringLiteral("resolved"),
                                        QStringLiteral("resolved_by")};
    return (field.kind == EntityKind::Evidence && ofEvidence.contains(QString(field.name))) ||
           (field.kind == EntityKind::Comment && ofComments.contains(QString(field.name)));
}

std::vector<RecordColumn> special(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Evidence:
        return {{QStringLiteral("file"), nullptr, ColumnUse::File},
                {QStringLiteral("sighted_only"), nullptr, ColumnUse::SightedOnly},
                {QStringLiteral("confidential"), nullptr, ColumnUse::Confidential}};
    case EntityKind::Interview:
        return {{QStringLiteral("present"), nullptr, ColumnUse::Present}};
    case EntityKind::Nonconformity:
        return {{QStringLiteral("action"), nullptr, ColumnUse::ActionText},
                {QStringLiteral("due"), nullptr, ColumnUse::ActionDue}};
    default:
        return {};
    }
}

/// `only`: the fields that may be written this way; empty: all.
RecordSheet sheetFor(const char *name, EntityKind kind, const QStringList &only = {})
{
    RecordSheet sheet{QLatin1String(name), kind, {{QStringLiteral("id"), nullptr}}};
    for (const FieldInfo &field : fieldsOf(kind))
        if (field.type != ValueType::Code && !isReadOnly(field) &&
            (only.isEmpty() || only.contains(QString(field.name))))
            sheet.columns.push_back({columnName(field), &field});
    for (RecordColumn &column : special(kind))
        sheet.columns.push_back(std::move(column));
    return sheet;
}

bool isYes(const QString &text)
{
    static const QStringList yes{QStringLiteral("1"),  QStringLiteral("yes"), QStringLiteral("true"),
                                 QStringLiteral("x"),  QStringLiteral("y"),   QStringLiteral("sí"),
                                 QStringLiteral("si"), QStringLiteral("oui"), QStringLiteral("sim"),
                                 QStringLiteral("是")};
    return yes.contains(text.trimmed().toLower());
}

bool isNo(const QString &text)
{
    static const QStringList no{
        QString(),           QStringLiteral("0"),   QStringLiteral("no"),  QStringLiteral("false"),
        QStringLiteral("n"), QStringLiteral("non"), QStringLiteral("não"), QStringLiteral("否")};
    return no.contains(text.trimmed().toLower());
}

Result<bool> flagFrom(const RecordColumn &column, const QString &text)
{
    if (!isYes(text) && !isNo(text))
        return Error{ErrorCode::InvalidValue, column.name + QLatin1String(": ") + text, QStringLiteral("yes or no")};
    return isYes(text);
}

/// Turns what was given into what the verbs take.
class RecordReader
{
public:
    RecordReader(Draft &draft, const RecordSheet &sheet, const GivenValues &values, const RecordSources &sources)
        : m_sheet(sheet)
        , m_values(values)
        , m_sources(sources)
        , m_draft(draft)
    {}

    /// What was done, in one word, and to what.
    Result<std::pair<Verb, EntityRef>> read()
    {
        const QString id = m_values.value(QStringLiteral("id")).join(QString()).trimmed();
        ADIT_TRY_ASSIGN(const EntityRef entity, entityFor(id));
        RecordInput input;
        for (const RecordColumn &column : m_sheet.columns)
            if (const auto given = m_values.constFind(column.name); given != m_values.constEnd())
                ADIT_TRY(take(column, entity, *given, input));
        if (m_actionText || m_actionDue)
            ADIT_TRY(planAction(entity, input));
        ADIT_TRY_ASSIGN(Edit edit, write(entity, id.isEmpty(), input));
        const Verb verb = id.isEmpty() ? edit.verb : Verb::Change;
        m_draft.add(std::move(edit));
        return std::pair(verb, entity);
    }

private:
    /// What there is one of for each code is there as soon as somebody writes to it.
    Result<EntityRef> entityFor(const QString &id) const
    {
        const Assessment &assessment = m_draft.view().assessment;
        if (m_sheet.kind == EntityKind::Details)
            return assessment.detailsRef();
        if (kindInfo(m_sheet.kind).derived) {
            ADIT_TRY(checkCode(m_draft.view().standard, m_sheet.kind, id));
            return assessment.derivedRef(m_sheet.kind, id);
        }
        if (id.isEmpty())
            return m_sources.newEntity(m_sheet.kind);
        const auto known = refByLabel(assessment, m_sheet.kind, id);
        if (!known)
            return Error{ErrorCode::InvalidValue, QStringLiteral("id: ") + id,
                         QStringLiteral("one of this case, or nothing for a new one")};
        return *known;
    }

    Result<Edit> write(const EntityRef &entity, bool isNew, const RecordInput &input) const
    {
        const CaseView view = m_draft.view();
        if (entity.kind == EntityKind::Details)
            return describe(view, input.values);
        if (entity.kind == EntityKind::Evidence)
            return m_file ? addTakenEvidence(view, entity, input, *m_file)
                          : addEvidence(view, entity, input, std::nullopt);
        return isNew ? addRecord(view, entity, input) : changeRecord(view, entity, input);
    }

    Result<> take(const RecordColumn &column, const EntityRef &entity, const QStringList &given, RecordInput &input)
    {
        const QString single = given.join(QLatin1Char(' '));
        switch (column.use) {
        case ColumnUse::Field:
            return column.field ? takeField(column, entity, given, input) : Result<>();
        case ColumnUse::File: {
            if (single.trimmed().isEmpty())
                return {};
            ADIT_TRY_ASSIGN(m_file, m_sources.readFile(single.trimmed()));
            input.values.emplace_back(&infoOf(field::evidence::state), QStringLiteral("taken"));
            return {};
        }
        case ColumnUse::SightedOnly: {
            ADIT_TRY_ASSIGN(const bool isSighted, flagFrom(column, single));
            if (isSighted)
                input.values.emplace_back(&infoOf(field::evidence::state), QStringLiteral("sighted"));
            return {};
        }
        case ColumnUse::Confidential: {
            ADIT_TRY_ASSIGN(const bool isConfidential, flagFrom(column, single));
            input.values.emplace_back(&infoOf(field::evidence::confidentiality),
                                      isConfidential ? QStringLiteral("confidential") : QStringLiteral("ordinary"));
            return {};
        }
        case ColumnUse::Present:
            takePresent(given, input);
            return {};
        case ColumnUse::ActionText:
            m_actionText = single;
            return {};
        case ColumnUse::ActionDue:
            m_actionDue = single;
            return {};
        }
        return {};
    }

    Result<> takeField(const RecordColumn &column, const EntityRef &entity, const QStringList &given,
                       RecordInput &input)
    {
        const QString single = given.join(QLatin1Char(' '));
        if (column.field->type == ValueType::Sealed) {
            if (!m_sources.seal)
                return Error{ErrorCode::ProfileNeeded, column.name};
            ADIT_TRY_ASSIGN(const QString sealed, m_sources.seal(m_draft, entity, *column.field, single));
            input.values.emplace_back(column.field, sealed);
        } else if (isSetType(column.field->type)) {
            QStringList members = given;
            members.removeAll(QString());
            input.sets.emplace_back(column.field, members);
        } else if (column.field->type == ValueType::Flag) {
            ADIT_TRY_ASSIGN(const bool isSet, flagFrom(column, single));
            input.values.emplace_back(column.field, isSet ? QStringLiteral("1") : QString());
        } else {
            input.values.emplace_back(column.field, single);
        }
        return {};
    }

    /// "management" is a code; "the shift boss, for ten minutes" is not.
    static void takePresent(const QStringList &given, RecordInput &input)
    {
        const FieldInfo &codes = infoOf(field::interview::also_present);
        if (std::ranges::all_of(given, [&](const QString &word) { return word.isEmpty() || codes.allows(word); })) {
            QStringList members = given;
            members.removeAll(QString());
            input.sets.emplace_back(&codes, members);
        } else {
            input.values.emplace_back(&infoOf(field::interview::present), given.join(QLatin1String("; ")));
        }
    }

    /// Before the nonconformity itself, which asks for it when its plan is accepted.
    Result<> planAction(const EntityRef &nonconformity, const RecordInput &input)
    {
        const FieldInfo &field = infoOf(field::nonconformity::requirements);
        const auto given = std::ranges::find(input.sets, &field, [](const auto &set) { return set.first; });
        const Record *record = m_draft.view().assessment.find(EntityKind::Nonconformity, nonconformity.id);
        const QStringList requirements = given != input.sets.end() ? given->second
                                         : record                  ? record->members(field.index)
                                                                   : QStringList();
        if (requirements.isEmpty())
            return Error{ErrorCode::InvalidValue, QStringLiteral("requirement:"),
                         QStringLiteral("the requirement that the action is for")};
        ADIT_TRY_ASSIGN(Edit planned, planCorrection(m_draft.view(), nonconformity.code, requirements.front(),
                                                     m_sources.newId(), m_actionText, m_actionDue));
        m_draft.add(std::move(planned));
        return {};
    }

    const RecordSheet &m_sheet;
    const GivenValues &m_values;
    const RecordSources &m_sources;
    Draft &m_draft;
    std::optional<TakenFile> m_file;
    std::optional<QString> m_actionText;
    std::optional<QString> m_actionDue;
};

} // namespace

const RecordColumn *RecordSheet::column(const QString &columnName) const
{
    const auto found = std::ranges::find(columns, columnName, &RecordColumn::name);
    return found == columns.end() ? nullptr : &*found;
}

const std::vector<RecordSheet> &recordSheets()
{
    static const std::vector<RecordSheet> sheets{
        sheetFor("people", EntityKind::Person),
        sheetFor("interviews", EntityKind::Interview),
        sheetFor("evidence", EntityKind::Evidence),
        sheetFor("actions", EntityKind::Nonconformity),
        sheetFor("requests", EntityKind::Request),
        sheetFor("meetings", EntityKind::Meeting),
        sheetFor("complaints", EntityKind::Complaint),
        sheetFor("team", EntityKind::TeamMember),
        sheetFor("competence", EntityKind::Competence),
        sheetFor("places", EntityKind::VisitStop),
        sheetFor("announcements", EntityKind::Announcement),
        sheetFor("contacts", EntityKind::Contact),
        sheetFor("concerns", EntityKind::Concern),
        sheetFor("comments", EntityKind::Comment),
        sheetFor("waivers", EntityKind::Waiver),
        sheetFor("deviations", EntityKind::PlanDeviation),
        sheetFor("plans", EntityKind::PlanIssue),
        sheetFor("groups", EntityKind::GroupPlan),
        sheetFor("details", EntityKind::Details),
        sheetFor("plan", EntityKind::AuditPlan),
        sheetFor("claims", EntityKind::Relevance,
                 {QStringLiteral("claimed"), QStringLiteral("claim_reason"), QStringLiteral("tested"),
                  QStringLiteral("test")}),
        sheetFor("judgements", EntityKind::Answer,
                 {QStringLiteral("no_nonconformity"), QStringLiteral("basis_reason")}),
    };
    return sheets;
}

const RecordSheet *recordSheet(const QString &name)
{
    const auto found = std::ranges::find(recordSheets(), name, &RecordSheet::name);
    return found == recordSheets().end() ? nullptr : &*found;
}

const RecordSheet *recordSheet(EntityKind kind)
{
    const auto found = std::ranges::find(recordSheets(), kind, &RecordSheet::kind);
    return found == recordSheets().end() ? nullptr : &*found;
}

Result<RecordEdit> recordEdit(const CaseView &view, const RecordSheet &sheet, const GivenValues &values,
                              const RecordSources &sources)
{
    Draft draft(view, Verb::Change, {});
    ADIT_TRY_ASSIGN(const auto done, RecordReader(draft, sheet, values, sources).read());
    Edit edit = draft.edit();
    edit.verb = done.first;
    edit.subject = done.second.code;
    return RecordEdit{std::move(edit), done.second};
}

Result<> addRecordTo(Draft &draft, const RecordSheet &sheet, const GivenValues &values, const RecordSources &sources)
{
    ADIT_TRY(RecordReader(draft, sheet, values, sources).read());
    return {};
}

GivenValues valuesOf(const Assessment &assessment, const RecordSheet &sheet, const Record &record, const Reveal &reveal)
{
    GivenValues values;
    const QString label = record.text(*kindInfo(sheet.kind).codeField);
    values.insert(QStringLiteral("id"), {label});
    for (const RecordColumn &column : sheet.columns) {
        if (!column.field || !record.has(column.field->index))
            continue;
        if (column.field->type == ValueType::Sealed) {
            const auto entity = reveal ? refByLabel(assessment, sheet.kind, label) : std::nullopt;
            const auto text = entity ? reveal(*entity, *column.field, record.text(column.field->index)) : std::nullopt;
            if (text)
                values.insert(column.name, {*text});
            continue;
        }
        values.insert(column.name, isSetType(column.field->type) ? record.members(column.field->index)
                                   : column.field->type == ValueType::Flag
                                       ? QStringList{QStringLiteral("yes")}
                                       : QStringList{record.text(column.field->index)});
    }
    if (sheet.kind == EntityKind::Interview && record.has(field::interview::also_present))
        values.insert(QStringLiteral("present"), record[field::interview::also_present]);
    if (sheet.kind != EntityKind::Nonconformity)
        return values;
    for (const auto &[id, action] : assessment.records(EntityKind::Action)) {
        if (action[field::action::nonconformity] != label)
            continue;
        values.insert(QStringLiteral("action"), {action[field::action::text]});
        values.insert(QStringLiteral("due"), {action.text(field::action::due.index)});
    }
    return values;
}

} // namespace adit
