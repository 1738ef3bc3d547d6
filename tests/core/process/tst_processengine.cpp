// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/processengine.h"
#include "tests/core/process/purecase.h"

#include <QTest>
#include <random>

using namespace adit;
using namespace adit::test;

// The process engine does over only what a change can have touched. Whatever is changed, in whatever order, it must say
// what a look at everything says: a gate that reads a sort of record it did not tell of would go stale here.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QStringList requirements = s("1.1.1.1 1.1.1.2 1.2.1.1 2.1.1.1 2.1.1.2").split(QLatin1Char(' '));

/// Few, so that records meet.
const QStringList groups{s("worker"), s("community")};

/// Changes any field of any record to anything that it may hold, without regard to rules of records: what another copy
/// of the case brings in is not asked for its sense either.
class AnyChange
{
public:
    /// Of records of these kinds; empty: of all.
    AnyChange(PureCase &pure, unsigned seed, std::vector<EntityKind> kinds = {})
        : m_case(pure)
        , m_random(seed)
        , m_kinds(std::move(kinds))
    {
        if (m_kinds.empty())
            for (const KindInfo &kind : allKinds())
                m_kinds.push_back(kind.kind);
    }

    /// The entities that were changed.
    std::vector<EntityRef> make()
    {
        const EntityRef entity = anyOf(m_kinds[below(m_kinds.size())]);
        const auto fields = fieldsOf(entity.kind);
        const FieldInfo &field = fields[below(fields.size())];
        if (field.type == ValueType::Code)
            return {};
        Edit edit{Verb::Change, entity.code, {}};
        if (isSetType(field.type))
            edit.changes.push_back(
                {entity, &field, anyValue(field), below(3) == 0 ? std::nullopt : std::optional(s("1"))});
        else
            edit.changes.push_back({entity, &field, {}, below(4) == 0 ? std::nullopt : std::optional(anyValue(field))});
        m_case.apply(Result<Edit>(std::move(edit)));
        return {entity};
    }

private:
    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }
    QString oneOf(const QStringList &values)
    {
        return values[static_cast<qsizetype>(below(std::size_t(values.size())))];
    }

    EntityRef anyOf(EntityKind kind)
    {
        const Assessment &assessment = m_case.view().assessment;
        if (kind == EntityKind::Details)
            return assessment.detailsRef();
        if (kindInfo(kind).derived)
            return assessment.derivedRef(kind, codeOf(kind));
        if (kind == EntityKind::Action)
            return Assessment::actionRef(m_case.newId(), *RequirementCode::fromString(oneOf(requirements)));
        auto &known = m_known[kind];
        if (known.size() < 2)
            known.push_back(m_case.newEntity(kind));
        return known[below(known.size())];
    }

    QString codeOf(EntityKind kind)
    {
        const auto &process = m_case.standard().process();
        switch (kind) {
        case EntityKind::Milestone:
            return process.milestones[below(process.milestones.size())].code;
        case EntityKind::GatePass:
            return process.gates[below(process.gates.size())].code;
        case EntityKind::Step:
            return m_case.standard().steps()[below(m_case.standard().steps().size())].code;
        case EntityKind::GroupPlan:
            return oneOf(groups);
        case EntityKind::AuditPlan:
            return Assessment::auditPlanCode();
        default:
            return oneOf(requirements);
        }
    }

    QString anyValue(const FieldInfo &field)
    {
        const QString choices(field.choices);
        switch (field.type) {
        case ValueType::Date:
            return toIso(QDate(2026, 1, 1).addDays(static_cast<qint64>(below(400))));
        case ValueType::Choice:
        case ValueType::Set:
            if (field.name == QLatin1String("stakeholder"))
                return oneOf(groups);
            return oneOf(choices.split(QLatin1Char(' ')));
        case ValueType::Rating:
            return oneOf({s("full"), s("substantial"), s("partial"), s("none"), s("deferred")});
        case ValueType::Number:
            return QString::number(below(5));
        case ValueType::Flag:
            return s("1");
        case ValueType::Link:
        case ValueType::Links:
            return linked(choices);
        default:
            return s("something");
        }
    }

    QString linked(const QString &target)
    {
        if (target == s("requirement"))
            return oneOf(requirements);
        if (target == s("chapter"))
            return oneOf({s("1.1"), s("1.2"), s("2.1")});
        if (target == s("agenda")) {
            const auto &agenda = m_case.standard().process().agenda;
            return agenda[below(agenda.size())].code;
        }
        return entityLabel(*kindFromName(target), 0, static_cast<int>(below(2)) + 1);
    }

    PureCase &m_case;
    std::mt19937 m_random;
    std::vector<EntityKind> m_kinds;
    std::map<EntityKind, std::vector<EntityRef>> m_known;
};

QString told(const ProcessState &state)
{
    QString text = toIso(state.today);
    for (const MilestoneState &milestone : state.schedule.milestones)
        text += milestone.milestone->code + QLatin1Char('=') + toIso(milestone.expected().value_or(QDate())) +
                QLatin1Char(' ');
    for (const GateState &gate : state.gates) {
        text += QLatin1Char('\n') + gate.gate->code + QLatin1Char(':') + gate.passedBy + gate.reason +
                (gate.wasPassed ? QLatin1Char('!') : QLatin1Char(' '));
        for (const Missing &missing : gate.missing)
            text += s("%1/%2/%3 ").arg(missing.subject).arg(missing.have).arg(missing.need);
    }
    return text;
}

QString told(const Basis &basis)
{
    QStringList sources = basis.sources.values();
    sources.sort();
    QStringList ids;
    for (const auto *list : {&basis.evidence, &basis.interviews})
        for (const EntityId &id : *list)
            ids.append(id.toString());
    return (sources + ids).join(QLatin1Char(' '));
}

} // namespace

class TestProcessEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAlwaysWhatALookAtEverythingSays_data()
    {
        using K = EntityKind;
        QTest::addColumn<std::vector<EntityKind>>("kinds");
        QTest::addColumn<int>("seed");
        // Records that gates look at together, often enough that they meet.
        const std::pair<const char *, std::vector<EntityKind>> themes[] = {
            {"everything", {}},
            {"ratings", {K::Answer, K::Relevance, K::Details, K::Action, K::Nonconformity}},
            {"basis", {K::Answer, K::Interview, K::Person, K::Interview, K::Interview}},
            {"evidence", {K::Answer, K::Evidence}},
            {"team", {K::TeamMember, K::Competence, K::AuditPlan, K::PlanIssue, K::Relevance}},
            {"outreach", {K::GroupPlan, K::Contact, K::Person, K::Interview, K::Concern, K::Announcement}},
            {"steps", {K::Milestone, K::Details, K::Step, K::GatePass}},
            {"fieldwork", {K::Meeting, K::Request, K::VisitStop, K::Comment, K::Evidence}},
        };
        for (const auto &[name, kinds] : themes)
            for (int seed = 1; seed <= 3; ++seed)
                QTest::addRow("%s, seed %d", name, seed) << kinds << seed;
    }
    void isAlwaysWhatALookAtEverythingSays()
    {
        QFETCH(std::vector<EntityKind>, kinds);
        QFETCH(int, seed);
        const int between = seed == 3 ? 7 : 1; // changes before the state is asked for
        PureCase pure(requirements.join(QLatin1Char(' ')));
        AnyChange change(pure, static_cast<unsigned>(seed), kinds);
        ProcessEngine engine(pure.view());
        const QDate today(2026, 6, 1);
        for (int i = 0; i < 600; ++i) {
            for (const EntityRef &entity : change.make())
                engine.note(entity);
            if (i % between != 0)
                continue;
            const auto items = ratedItems(pure.view().assessment, pure.standard());
            const QDate day = today.addDays(i / 150);
            QCOMPARE(told(engine.state(items, day)), told(processStateOf(pure.view(), items, day)));
            const BasisIndex fresh(pure.view().assessment);
            for (const QString &requirement : requirements) {
                const RequirementCode code = *RequirementCode::fromString(requirement);
                QCOMPARE(told(engine.basis().of(code)), told(fresh.of(code)));
                QCOMPARE(engine.basis().isCompanyAlone(code), fresh.of(code).isCompanyAlone());
            }
        }
    }

    // An import changes thousands of records before anybody asks.
    void manyChangesAtOnceAreReadTogether()
    {
        PureCase pure(requirements.join(QLatin1Char(' ')));
        ProcessEngine engine(pure.view());
        const QDate today(2026, 6, 1);
        engine.state(ratedItems(pure.view().assessment, pure.standard()), today);
        AnyChange change(pure, 99);
        for (int i = 0; i < 1500; ++i)
            for (const EntityRef &entity : change.make())
                engine.note(entity);
        const auto items = ratedItems(pure.view().assessment, pure.standard());
        QCOMPARE(told(engine.state(items, today)), told(processStateOf(pure.view(), items, today)));
    }
};

QTEST_GUILESS_MAIN(TestProcessEngine)
#include "tst_processengine.moc"
