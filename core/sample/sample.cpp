// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample.h"

#include "core/sample/dateshift.h"
#include "core/standard/standardjson.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>
#include <memory>

namespace adit {

namespace {

/// The day for which the sample's dates are right: a month after its report was final.
const QDate writtenFor(2026, 9, 21);

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
    explicit SampleClock(int shift)
        : m_shift(shift)
        , m_now(std::make_shared<qint64>(0))
    {}
    /// A day as the sample was written.
    void setDay(const QDate &day)
    {
        *m_now = QDateTime(day.addDays(m_shift), QTime(8, 0), QTimeZone::utc()).toMSecsSinceEpoch();
    }
    Clock clock() const
    {
        constexpr qint64 minute = 60'000;
        return [now = m_now] { return Instant{*now += minute}; };
    }

private:
    int m_shift;
    std::shared_ptr<qint64> m_now;
};

/// Turns the sample's answers into edits on an open case.
class SampleWriter
{
public:
    SampleWriter(CaseDocument &document, const QJsonObject &sample, SampleClock &clock)
        : m_document(document)
        , m_sample(sample)
        , m_clock(clock)
    {}

    Result<> write()
    {
        m_clock.setDay(QDate(2025, 11, 3));
        ADIT_TRY(writeSelfAssessment());
        m_clock.setDay(QDate(2026, 1, 19));
        ADIT_TRY(writeRelevance());
        ADIT_TRY(writeSteps({QStringLiteral("P1"), QStringLiteral("P2"), QStringLiteral("P3"), QStringLiteral("P4"),
                             QStringLiteral("P5"), QStringLiteral("1"), QStringLiteral("2")}));
        QDate day(2026, 5, 4);
        for (const int principle : m_document.standard().principles())
            for (const int chapter : m_document.standard().children(principle)) {
                m_clock.setDay(day);
                ADIT_TRY(writeChapter(chapter));
                day = day.addDays(1);
            }
        m_clock.setDay(QDate(2026, 8, 21));
        return writeSteps(m_sample[QLatin1String("steps")].toObject().keys());
    }

private:
    QJsonObject answers() const { return m_sample[QLatin1String("answers")].toObject(); }

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

    Result<> writeSteps(const QStringList &codes)
    {
        const QJsonObject steps = m_sample[QLatin1String("steps")].toObject();
        Edit whole{Verb::SetStep, {}, {}};
        for (const QString &code : codes)
            ADIT_TRY(collect(whole, setStep(m_document.view(), code, steps[code].toString() == QLatin1String("open"))));
        ADIT_TRY(m_document.apply(whole));
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
        input.rating = string(answer, "rating");
        input.finding = string(answer, "finding");
        input.notes = optionalString(answer, "notes");
        input.justification = optionalString(answer, "justification");
        input.sources = sources;
        if (answer.contains(QLatin1String("until_days")))
            input.until = afterReport(answer[QLatin1String("until_days")].toInt());
        ADIT_TRY(collect(whole, rate(m_document.view(), code, input)));
        const QJsonObject action = answer[QLatin1String("action")].toObject();
        if (action.isEmpty())
            return {};
        return collect(whole, plan(m_document.view(), code, m_document.newId(), string(action, "text"),
                                   afterReport(action[QLatin1String("due_days")].toInt())));
    }

    QString afterReport(int days) const
    {
        return toIso(m_document.assessment().details()[field::details::report_date].value_or(QDate()).addDays(days));
    }

    CaseDocument &m_document;
    const QJsonObject m_sample;
    SampleClock &m_clock;
};

} // namespace

Result<std::unique_ptr<CaseDocument>> makeSample(const QString &path, quint64 seed, const Surroundings &surroundings,
                                                 const std::optional<QDate> &today)
{
    QFile file(QStringLiteral(":/adit/sample/cerro-azul.json"));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileMissing, file.fileName()};
    const int shift = today ? static_cast<int>(writtenFor.daysTo(*today)) : 0;
    const QJsonObject sample =
        QJsonDocument::fromJson(shiftDates(QString::fromUtf8(file.readAll()), shift).toUtf8()).object();
    ADIT_TRY_ASSIGN(const Standard standard, shippedStandard(QStringLiteral("irma-style-1.0")));
    CaseDocument::NewCase newCase;
    const QJsonObject details = sample[QLatin1String("details")].toObject();
    for (const FieldInfo &field : fieldsOf(EntityKind::Details))
        if (details.contains(field.name))
            newCase.details.emplace_back(&field, details[field.name].toString());

    SampleClock clock(shift);
    clock.setDay(QDate(2025, 10, 1));
    Surroundings repeatable = surroundings;
    repeatable.now = clock.clock();
    repeatable.random = Random::seeded(seed);
    ADIT_TRY_ASSIGN(auto document, CaseDocument::create(path, standard, newCase, std::move(repeatable)));
    if (const auto written = SampleWriter(*document, sample, clock).write(); !written) {
        document.reset();
        QFile::remove(path);
        return written.error();
    }
    document->surroundings().now = surroundings.now;
    document->surroundings().random = surroundings.random;
    return document;
}

} // namespace adit
