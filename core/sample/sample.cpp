// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample.h"

#include "core/sample/dateshift.h"
#include "core/sample/evidencewriter.h"
#include "core/sample/processwriter.h"
#include "core/standard/standardjson.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTimeZone>
#include <algorithm>
#include <functional>
#include <map>
#include <memory>

namespace adit {

namespace {

QString string(const QJsonObject &object, const char *name)
{
    return object[QLatin1String(name)].toString();
}

std::optional<QString> optionalString(const QJsonObject &object, const char *name)
{
    return object.contains(QLatin1String(name)) ? std::optional(string(object, name)) : std::nullopt;
}

/// The sample's own time: the team works on the day set last, a minute passes with each look at the clock.
class SampleClock
{
public:
    /// Several pieces of work on one day follow one another.
    void setDay(const QDate &day)
    {
        *m_now = std::max(*m_now, QDateTime(day, QTime(8, 0), QTimeZone::utc()).toMSecsSinceEpoch());
    }
    Clock clock() const
    {
        constexpr qint64 minute = 60'000;
        return [now = m_now] { return Instant{*now += minute}; };
    }

private:
    std::shared_ptr<qint64> m_now = std::make_shared<qint64>(0);
};

/// Turns the sample's answers into edits on an open case.
class SampleWriter
{
public:
    SampleWriter(CaseDocument &document, const QJsonObject &sample, const QJsonObject &process, SampleClock &clock,
                 EvidenceWriter evidence)
        : m_document(document)
        , m_sample(sample)
        , m_clock(clock)
        , m_evidence(std::move(evidence))
        , m_process(document, process, m_evidence.labels())
    {}

    Result<> write()
    {
        makePlan();
        for (auto &[day, work] : m_plan) {
            m_clock.setDay(day);
            ADIT_TRY(work());
        }
        return {};
    }

private:
    using Work = std::function<Result<>()>;

    QJsonObject answers() const { return m_sample[QLatin1String("answers")].toObject(); }
    QDate historyDay(const char *name) const
    {
        return dateFromIso(string(m_sample[QLatin1String("history")].toObject(), name)).value_or(QDate(2026, 1, 1));
    }
    void at(const QDate &day, Work work) { m_plan.emplace(day, std::move(work)); }

    /// Who did what on which day, as the journal of a real audit would tell it.
    void makePlan()
    {
        at(historyDay("self_assessed"), [this] { return writeSelfAssessment(); });
        at(historyDay("desk_review"), [this] { return writeRelevance(); });
        at(historyDay("desk_review"),
           [this] { return m_evidence.addPeople(m_sample[QLatin1String("people")].toArray()); });
        byDay("evidence", "received", [this](const QJsonArray &items) { return m_evidence.addEvidence(items); });
        byDay("interviews", "date", [this](const QJsonArray &items) { return m_evidence.addInterviews(items); });
        QDate day = historyDay("rated_from");
        for (const int principle : m_document.standard().principles())
            for (const int chapter : m_document.standard().children(principle)) {
                at(day, [this, chapter] { return writeChapter(chapter); });
                day = std::min(day.addDays(1), historyDay("finished"));
            }
        m_plan.merge(m_process.works(historyDay("planned")));
    }

    /// One edit for all that came in on a day.
    void byDay(const char *list, const char *date, const std::function<Result<>(const QJsonArray &)> &add)
    {
        QMap<QString, QJsonArray> days;
        for (const QJsonValue &item : m_sample[QLatin1String(list)].toArray())
            days[string(item.toObject(), date)].append(item);
        for (auto day = days.begin(); day != days.end(); ++day)
            at(dateFromIso(day.key()).value_or(historyDay("finished")),
               [add, items = day.value()] { return add(items); });
    }

    /// Collects edits into one; each is made against what is already in the document.
    Result<> collect(Edit &whole, Result<Edit> part)
    {
        if (!part)
            return part.error();
        append(whole, std::move(*part));
        return {};
    }

    Result<> writeSelfAssessment()
    {
        Edit whole{Verb::SelfAssess, {}, {}};
        const QJsonObject all = answers();
        for (auto answer = all.begin(); answer != all.end(); ++answer) {
            const QJsonObject object = answer.value().toObject();
            ADIT_TRY(collect(whole, selfAssess(m_document.view(), answer.key(), string(object, "self"), std::nullopt)));
            if (const auto previous = optionalString(object, "previous"))
                ADIT_TRY(collect(whole, setPreviousRating(m_document.view(), answer.key(), *previous)));
        }
        ADIT_TRY(m_document.apply(whole));
        return {};
    }

    Result<> writeRelevance()
    {
        const QJsonObject marks = m_sample[QLatin1String("relevance")].toObject();
        for (auto mark = marks.begin(); mark != marks.end(); ++mark) {
            ADIT_TRY_ASSIGN(const Edit edit, setRelevance(m_document.view(), mark.key(), false,
                                                          string(mark.value().toObject(), "justification")));
            ADIT_TRY(m_document.apply(edit));
        }
        return {};
    }

    Result<> writeChapter(int chapter)
    {
        const Standard &standard = m_document.standard();
        Edit whole{Verb::Rate, standard.nodes()[static_cast<std::size_t>(chapter)].code.toString(), {}};
        const auto [first, end] = standard.ordinalsBelow(chapter);
        for (int ordinal = first; ordinal < end; ++ordinal) {
            const QString code = standard.requirement(ordinal).code.toString();
            const QJsonObject answer = answers()[code].toObject();
            if (!answer.isEmpty())
                ADIT_TRY(writeAnswer(whole, code, answer));
        }
        ADIT_TRY(m_document.apply(whole));
        return {};
    }

    Result<> writeAnswer(Edit &whole, const QString &code, const QJsonObject &answer)
    {
        QStringList sources;
        for (const QJsonValue &source : answer[QLatin1String("sources")].toArray())
            sources.append(source.toString());
        RatingInput input;
        input.rating = optionalString(answer, "rating");
        input.finding = optionalString(answer, "finding");
        input.notes = optionalString(answer, "notes");
        input.justification = optionalString(answer, "justification");
        input.sources = sources;
        if (answer.contains(QLatin1String("until_days")))
            input.until = afterReport(answer[QLatin1String("until_days")].toInt());
        ADIT_TRY(collect(whole, rate(m_document.view(), code, input)));
        const QJsonObject action = answer[QLatin1String("action")].toObject();
        if (action.isEmpty())
            return {};
        return collect(whole, adit::plan(m_document.view(), code, m_document.newId(), string(action, "text"),
                                         afterReport(action[QLatin1String("due_days")].toInt())));
    }

    QString afterReport(int days) const { return toIso(historyDay("finished").addDays(days)); }

    CaseDocument &m_document;
    const QJsonObject m_sample;
    SampleClock &m_clock;
    EvidenceWriter m_evidence;
    ProcessWriter m_process;
    std::multimap<QDate, Work> m_plan; ///< of one day in the order in which it was planned
};

QString fileOf(const QString &name)
{
    return QStringLiteral(":/adit/sample/%1.json").arg(name);
}

} // namespace

QStringList sampleNames()
{
    return {QStringLiteral("cerro-azul"), QStringLiteral("lithium")};
}

Result<std::unique_ptr<CaseDocument>> makeSample(const QString &path, quint64 seed, const Surroundings &surroundings,
                                                 const std::optional<QDate> &today, const QString &name)
{
    if (!sampleNames().contains(name))
        return Error{ErrorCode::UnknownChoice, name, sampleNames().join(QLatin1Char(' '))};
    QFile file(fileOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileMissing, file.fileName()};
    const QByteArray written = file.readAll();
    const auto dayOf = [](const QByteArray &json, const char *which) {
        const QJsonObject history = QJsonDocument::fromJson(json).object()[QLatin1String("history")].toObject();
        return dateFromIso(string(history, which)).value_or(QDate());
    };
    QFile processFile(QStringLiteral(":/adit/sample/%1/process.json").arg(name));
    if (!processFile.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileMissing, processFile.fileName()};
    const int shift = today ? static_cast<int>(dayOf(written, "today").daysTo(*today)) : 0;
    const QByteArray shifted = shiftDates(QString::fromUtf8(written), shift).toUtf8();
    const QJsonObject sample = QJsonDocument::fromJson(shifted).object();
    const QJsonObject process =
        QJsonDocument::fromJson(shiftDates(QString::fromUtf8(processFile.readAll()), shift).toUtf8()).object();
    ADIT_TRY_ASSIGN(const Standard standard, shippedStandard(QStringLiteral("irma-style-1.0")));
    CaseDocument::NewCase newCase;
    const QJsonObject details = sample[QLatin1String("details")].toObject();
    for (const FieldInfo &field : fieldsOf(EntityKind::Details))
        if (details.contains(field.name))
            newCase.details.emplace_back(&field, details[field.name].toString());

    SampleClock clock;
    clock.setDay(dayOf(shifted, "made"));
    Surroundings repeatable = surroundings;
    repeatable.now = clock.clock();
    repeatable.random = Random::seeded(seed);
    ADIT_TRY_ASSIGN(auto document, CaseDocument::create(path, standard, newCase, std::move(repeatable)));
    EvidenceWriter evidence(*document, QStringLiteral(":/adit/sample/") + name, shift);
    if (const auto done = SampleWriter(*document, sample, process, clock, std::move(evidence)).write(); !done) {
        document.reset();
        QFile::remove(path);
        return done.error();
    }
    document->surroundings().now = surroundings.now;
    document->surroundings().random = surroundings.random;
    return document;
}

} // namespace adit
