// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/target.h"
#include "core/disclosure/redactions.h"
#include "core/release/publicrecord.h"
#include "tests/core/report/reporttools.h"

#include <QBitArray>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>
#include <list>

using namespace adit;
using namespace adit::test;

// Non-interference (report-engine.md, 12): of two cases that differ only in what is withheld, in what the team keeps to
// itself and in who people are, the report, the web page and the public record are the same bytes, but for commitments.
// And a scan that knows nothing of the program finds none of very many secrets in any of them.

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Letters of several scripts, to make texts that nothing else holds.
const QStringList &alphabets()
{
    static const QStringList all{s("abcdefghijklmnopqrstuvwxyz"), s("абвгдежзийклмнопрстуфхцчшщъыьэюя"),
                                 s("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"), s("山水土地人口工程石金銀銅鐵煤礦河海林"),
                                 s("àéîõüçñøåßþð")};
    return all;
}

QString randomWord(QRandomGenerator &random, int length)
{
    const QString &letters = alphabets()[random.bounded(static_cast<int>(alphabets().size()))];
    QString word;
    for (int i = 0; i < length; ++i)
        word.append(letters[random.bounded(static_cast<int>(letters.size()))]);
    return word;
}

QString openText(QRandomGenerator &random)
{
    static const QStringList words{s("water"), s("dust"),  s("the pay books"), s("were seen;"), s("مياه"),
                                   s("煤"),    s("agree"), s("1,150"),         s("– 3.2 –"),    s("(a)")};
    QStringList out;
    for (int i = 1 + random.bounded(12); i > 0; --i)
        out.append(words[random.bounded(static_cast<int>(words.size()))]);
    return out.join(QLatin1Char(' '));
}

/// Of any length, script and number of lines; begins with letters that no other text has.
QString secretText(QRandomGenerator &random)
{
    QString out = s("Zqj");
    for (int i = random.bounded(60); i >= 0; --i)
        out += randomWord(random, 1 + random.bounded(14)) + (random.bounded(9) == 0    ? s("\n")
                                                             : random.bounded(40) == 0 ? s("\U0001F477")
                                                                                       : s(" "));
    return out.trimmed();
}

bool isText(const FieldInfo &field)
{
    return field.type == ValueType::Text || field.type == ValueType::Line || field.type == ValueType::Sealed;
}

/// Fields of the team that counts or redactions follow from.
bool isUsed(const FieldInfo &field)
{
    return field.kind == EntityKind::Redaction || field.kind == EntityKind::Release ||
           field.kind == EntityKind::PublicPhoto || &field == &infoOf(field::interview::heard);
}

/// A case: what is open follows from one seed, what is secret from another.
class World
{
public:
    World(quint32 open, quint32 secret)
        : m_open(open)
        , m_secret(secret)
    {
        fillDetails();
        for (const char *code : {"1.1.1.1", "1.1.1.2", "1.2.1.1", "2.1.1.1", "2.1.1.2"})
            fillAnswer(s(code));
        m_draft.notRelevant(s("2.1.1.2"), {});
        fill(EntityKind::Relevance, s("2.1.1.2"));
        for (const char *code : {"NC-A01", "NC-A02"})
            fill(EntityKind::Nonconformity, s(code),
                 {{&infoOf(field::nonconformity::grade), s("minor")},
                  {&infoOf(field::nonconformity::state), s("raised")},
                  {&infoOf(field::nonconformity::requirements), s("1.1.1.1")}});
        fill(EntityKind::Concern, s("C-A01"),
             {{&infoOf(field::concern::public_group), s("community")}, {&infoOf(field::concern::upheld), s("partly")}});
        fill(EntityKind::PlainText, s("en"));
        for (int i = 1; i <= 6; ++i) {
            const QString label = QStringLiteral("P-A0%1").arg(i);
            fill(EntityKind::Person, label, {{&infoOf(field::person::stakeholder), s("worker")}});
            fill(EntityKind::Interview, label,
                 {{&infoOf(field::interview::held), s("2026-05-05")}, {&infoOf(field::interview::people), label}});
        }
        // However many there are of what is not public.
        for (const EntityKind kind :
             {EntityKind::Contact, EntityKind::Request, EntityKind::Comment, EntityKind::Reply, EntityKind::Profile,
              EntityKind::Handover, EntityKind::Dismissal, EntityKind::Complaint, EntityKind::Meeting})
            for (int i = m_secret.bounded(4); i > 0; --i)
                fill(kind, QStringLiteral("X-%1").arg(i));
    }

    QByteArray report(const QString &language) const
    {
        ReportOptions options{.language = language};
        options.edition = edition();
        return must(renderReport(m_draft.published(), ReportKind::Public, options, typesetter()));
    }
    QByteArray webPage(const QString &language) const
    {
        ReportOptions options{.language = language};
        options.edition = edition();
        return must(renderWebReport(m_draft.published(), ReportKind::Public, options));
    }
    /// The record with the same commitment for all that is withheld.
    QByteArray record() const
    {
        const PublicAssessment assessment = m_draft.published();
        const CaseView view = m_draft.view();
        // Of a withheld part, and in the list of leaves without a salt beside it.
        static const QRegularExpression leaf(
            QStringLiteral("\"leaf\":\"[0-9a-f]{64}\"|\\{\"hash\":\"[0-9a-f]{64}\"\\}"));
        const PublicRecord made(assessment, view, 1, LeafSalts(QByteArray(32, 's'), 1));
        return QString::fromUtf8(made.bytes()).replace(leaf, QStringLiteral("{}")).toUtf8();
    }
    int withheld() const { return m_redactions; }

private:
    static ReleaseEdition edition()
    {
        return {
            .number = 1, .root = QString(64, QLatin1Char('0')), .roles = {s("lead-auditor")}, .built = s("2026-09-01")};
    }

    void fillDetails()
    {
        fill(EntityKind::Details, {},
             {{&infoOf(field::details::site), s("Hill")},
              {&infoOf(field::details::mine), s("existing")},
              {&infoOf(field::details::report_date), s("2026-08-21")}});
    }

    void fillAnswer(const QString &code)
    {
        static const QStringList ratings{s("full"), s("substantial"), s("partial"), s("none")};
        fill(EntityKind::Answer, code, {{&infoOf(field::answer::rating), ratings[m_open.bounded(4)]}});
        m_draft.action(code, openText(m_open), s("2026-12-01"));
    }

    using Values = std::vector<std::pair<const FieldInfo *, QString>>;

    /// All of its texts: public ones with passages withheld here and there, the others with secrets.
    void fill(EntityKind kind, const QString &code, Values values = {})
    {
        for (const FieldInfo &field : fieldsOf(kind)) {
            const bool isGiven = std::ranges::any_of(values, [&](const auto &value) { return value.first == &field; });
            if (isGiven || !isText(field) || isUsed(field))
                continue;
            if (field.audience != Audience::Public)
                values.emplace_back(&field, secretText(m_secret));
            else if (isRedactable(field) && &field != &infoOf(field::details::boundary))
                values.emplace_back(&field, partlyWithheld(kind, code, field));
        }
        m_draft.record(kind, code, values);
    }

    QString partlyWithheld(EntityKind kind, const QString &code, const FieldInfo &field)
    {
        switch (m_open.bounded(4)) {
        case 0: // all of it
            withhold(kind, code, field, {});
            return secretText(m_secret);
        case 1: {
            const QString secret = secretText(m_secret);
            withhold(kind, code, field, secret);
            return openText(m_open) + QLatin1Char(' ') + secret + QLatin1Char(' ') + openText(m_open);
        }
        case 2: { // at both ends
            const QString first = secretText(m_secret);
            const QString last = secretText(m_secret);
            withhold(kind, code, field, first);
            withhold(kind, code, field, last);
            return first + s("\n") + openText(m_open) + s(" ") + last;
        }
        default:
            return openText(m_open);
        }
    }

    void withhold(EntityKind kind, const QString &code, const FieldInfo &field, const QString &passage)
    {
        static const QStringList reasons{s("A"), s("B"), s("D"), s("E"), s("F"), s("G")};
        const QString target =
            kind == EntityKind::Details ? s("details") : QString(kindInfo(kind).name) + QLatin1Char('/') + code;
        m_draft.record(EntityKind::Redaction, QStringLiteral("RD-%1").arg(++m_redactions, 3, 10, QLatin1Char('0')),
                       {{&infoOf(field::redaction::target), target},
                        {&infoOf(field::redaction::field_name), field.name},
                        {&infoOf(field::redaction::passage), passage},
                        {&infoOf(field::redaction::reason), reasons[m_open.bounded(6)]},
                        {&infoOf(field::redaction::wording), m_open.bounded(3) == 0 ? openText(m_open) : QString()},
                        {&infoOf(field::redaction::request), secretText(m_secret)},
                        {&infoOf(field::redaction::asked_by), secretText(m_secret)},
                        {&infoOf(field::redaction::state), s("asked")}});
    }

    QRandomGenerator m_open;
    QRandomGenerator m_secret;
    Draft m_draft{smallStandard(s("1.1.1.1! 1.1.1.2 1.2.1.1 2.1.1.1 2.1.1.2"))};
    int m_redactions = 0;
};

/// Where two byte strings part, with what stands there: for who reads a failed test.
QByteArray difference(const QByteArray &a, const QByteArray &b)
{
    const auto [first, second] = std::ranges::mismatch(a, b);
    if (first == a.end() && second == b.end())
        return {};
    const qsizetype at = first - a.begin();
    return QByteArray::number(at) + ": " + a.mid(std::max(qsizetype(0), at - 60), 120) + "\n against " +
           b.mid(std::max(qsizetype(0), at - 60), 120);
}

/// Finds any of very many short texts in any reading of bytes. Knows nothing of the program's own search.
class Scanner
{
public:
    static constexpr int window = 6;

    void add(const QString &secret)
    {
        m_secrets.push_back(secret.left(window)); // a list, so that views into it stay
        m_windows.insert(m_secrets.back());
        m_sieve.setBit(trace(m_secrets.back()));
    }
    qsizetype count() const { return m_windows.size(); }

    QStringList findIn(const QByteArray &bytes) const
    {
        QStringList found;
        scan(QString::fromUtf8(bytes), found);
        scan(QString::fromLatin1(bytes), found);
        for (const qsizetype offset : {0, 1}) {
            scan(utf16(bytes.mid(offset), true), found);
            scan(utf16(bytes.mid(offset), false), found);
        }
        // Strings of a PDF may be written as hexadecimal digits.
        static const QRegularExpression hex(QStringLiteral("<([0-9A-Fa-f\\s]{8,})>"));
        const QString text = QString::fromLatin1(bytes);
        for (auto match = hex.globalMatch(text); match.hasNext();)
            scan(utf16(QByteArray::fromHex(match.next().captured(1).toLatin1()), true), found);
        return found;
    }

private:
    static QString utf16(const QByteArray &bytes, bool isBigEndian)
    {
        QString out;
        out.reserve(bytes.size() / 2);
        for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
            const auto high = static_cast<uchar>(bytes[isBigEndian ? i : i + 1]);
            const auto low = static_cast<uchar>(bytes[isBigEndian ? i + 1 : i]);
            out.append(QChar(static_cast<char16_t>(high << 8 | low)));
        }
        return out;
    }

    void scan(const QString &text, QStringList &found) const
    {
        for (qsizetype at = 0; at + window <= text.size(); ++at)
            if (const QStringView here = QStringView(text).sliced(at, window);
                m_sieve.testBit(trace(here)) && m_windows.contains(here))
                found.append(here.toString());
    }

    /// Most places are passed over by it.
    static qsizetype trace(QStringView text)
    {
        return (text[0].unicode() * 31 + text[2].unicode() * 17 + text[5].unicode()) & 0xFFFF;
    }

    std::list<QString> m_secrets;
    QBitArray m_sieve{0x10000};
    QSet<QStringView> m_windows;
};

/// All that is in a PDF and can be read: its own bytes, its streams taken apart, its text as it is laid out.
QList<QByteArray> readingsOf(const QByteArray &pdf)
{
    const auto plain = runTool(s("qpdf"), {s("--qdf"), s("--object-streams=disable"), s("FILE"), s("-")}, pdf);
    const auto text = runTool(s("pdftotext"), {s("-raw"), s("FILE"), s("-")}, pdf);
    const auto info = runTool(s("pdfinfo"), {s("-struct-text"), s("FILE")}, pdf);
    return {pdf, plain.value_or(QByteArray()), text.value_or(QByteArray()), info.value_or(QByteArray())};
}

} // namespace

class TestNonInterference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWithheldMovesNoByte_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "fr", "ar"})
            QTest::addRow("%s", language) << s(language);
    }
    void whatIsWithheldMovesNoByte()
    {
        QFETCH(const QString, language);
        for (quint32 round = 1; round <= 8; ++round) {
            const World one(round, 1000 + round);
            const World other(round, 2000 + round);
            QVERIFY(one.withheld() > 5);
            QCOMPARE(difference(one.record(), other.record()), QByteArray());
            QCOMPARE(difference(one.webPage(language), other.webPage(language)), QByteArray());
            QCOMPARE(difference(one.report(language), other.report(language)), QByteArray());
        }
    }

    /// The comparison sees a difference where there is one.
    void whatIsOpenMovesBytes()
    {
        QVERIFY(World(1, 1).record() != World(2, 1).record());
        QVERIFY(World(1, 1).report(s("en")) != World(2, 1).report(s("en")));
        QVERIFY(World(1, 1).webPage(s("en")) != World(2, 1).webPage(s("en")));
    }

    /// In the sample case with more than ten thousand secrets in whatever is not public, and in what is withheld of
    /// what is, none comes out.
    void noneOfTenThousandSecretsComesOut()
    {
        QRandomGenerator random(414);
        Scanner scanner;
        const auto secret = [&] {
            QString text = randomWord(random, 12);
            scanner.add(text);
            return text;
        };
        Draft draft = sampleDraft();
        fillTeamFields(draft, secret);
        const int withheld = withholdInFindings(draft, secret);
        QVERIFY2(scanner.count() >= 10'000, qPrintable(QString::number(scanner.count())));
        QVERIFY(withheld > 300);
        const PublicAssessment assessment = draft.published();
        const CaseView view = draft.view();
        const QByteArray pdf = render(assessment);
        const QByteArray web = must(renderWebReport(assessment, ReportKind::Public, {}));
        const QByteArray record = PublicRecord(assessment, view, 1, LeafSalts(QByteArray(32, 's'), 1)).bytes();
        for (const QByteArray &bytes : readingsOf(pdf) + QList<QByteArray>{web, record}) {
            QVERIFY(!bytes.isEmpty());
            QCOMPARE(scanner.findIn(bytes).mid(0, 5), QStringList());
        }
    }

    /// The scan finds what does come out, wherever it stands.
    void scanFindsWhatComesOut()
    {
        Draft draft(smallStandard(s("1.1.1.1")));
        const QString inText = s("vxqzkjwhb");
        const QString inTitle = s("яюэыъщшчц");
        draft.details(field::details::site, inTitle);
        draft.answer(s("1.1.1.1"), field::answer::rating, s("full"))
            .answer(s("1.1.1.1"), field::answer::finding, inText);
        Scanner scanner;
        scanner.add(inText);
        const QByteArray pdf = render(draft.published());
        const QList<QByteArray> readings = readingsOf(pdf);
        QVERIFY(scanner.findIn(readings[0]).isEmpty()); // compressed
        QVERIFY(!scanner.findIn(readings[2]).isEmpty());
        QVERIFY(!scanner.findIn(must(renderWebReport(draft.published(), ReportKind::Public, {}))).isEmpty());
        Scanner titles;
        titles.add(inTitle);
        QVERIFY(!titles.findIn(readings[1]).isEmpty());
    }

private:
    using NewSecret = std::function<QString()>;

    static void fillTeamFields(Draft &draft, const NewSecret &secret)
    {
        const auto values = [&](EntityKind kind) {
            std::vector<std::pair<const FieldInfo *, QString>> out;
            for (const FieldInfo &field : fieldsOf(kind))
                if (field.audience != Audience::Public && isText(field) && !isUsed(field))
                    out.emplace_back(&field, secret() + QLatin1Char(' ') + secret());
            return out;
        };
        for (std::size_t i = 0; i < draft.standard().requirements().size(); ++i)
            draft.record(EntityKind::Answer, draft.standard().requirement(static_cast<int>(i)).code.toString(),
                         values(EntityKind::Answer));
        for (const KindInfo &kind : allKinds()) {
            const bool isOne = kind.derived || kind.kind == EntityKind::Details;
            const std::vector<std::pair<const FieldInfo *, QString>> some = values(kind.kind);
            if (some.empty() || isOne)
                continue;
            for (int i = 0; i < 60; ++i)
                draft.record(kind.kind, QStringLiteral("%1-Z%2").arg(QString(kind.name)).arg(i), values(kind.kind));
        }
        draft.record(EntityKind::Details, {}, values(EntityKind::Details));
    }

    static int withholdInFindings(Draft &draft, const NewSecret &secret)
    {
        int count = 0;
        for (std::size_t i = 0; i < draft.standard().requirements().size(); ++i) {
            const QString code = draft.standard().requirement(static_cast<int>(i)).code.toString();
            const QString passage = secret() + QLatin1Char(' ') + secret();
            draft.answer(code, field::answer::finding, s("Seen, and ") + passage + s(" too."));
            draft.record(EntityKind::Redaction, QStringLiteral("RD-Z%1").arg(++count),
                         {{&infoOf(field::redaction::target), s("answer/") + code},
                          {&infoOf(field::redaction::field_name), s("finding")},
                          {&infoOf(field::redaction::passage), passage},
                          {&infoOf(field::redaction::reason), i % 2 == 0 ? s("B") : s("E")},
                          {&infoOf(field::redaction::state), s("asked")}});
        }
        return count;
    }
};

QTEST_GUILESS_MAIN(TestNonInterference)
#include "tst_noninterference.moc"
