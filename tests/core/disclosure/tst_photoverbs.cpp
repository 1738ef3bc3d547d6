// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rule.h"
#include "core/disclosure/disclosed.h"
#include "core/disclosure/photoverbs.h"
#include "core/disclosure/redactionverbs.h"
#include "core/edits/identityverbs.h"
#include "core/edits/recordrules.h"
#include "core/edits/takenfile.h"
#include "tests/support/builders.h"
#include "tests/support/people.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

// A photo becomes public only after a named person confirmed that nobody recognisable is in it, or that consent is on
// record (report.md, Redaction).

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const QDate day(2026, 6, 1);
const QByteArray picture("a picture");
const QByteArray other("another picture");

template <typename T>
QString refusal(const Result<T> &result)
{
    return result ? QString() : result.error().subject + QStringLiteral(" | ") + result.error().detail;
}

} // namespace

class TestPhotoVerbs : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseDocument> m_case;
    QString m_evidence;

    CaseView view() const { return m_case->view(); }
    void edit(const Result<Edit> &edit) { must(m_case->apply(must(edit))); }
    EntityRef take(const char *confidentiality = "")
    {
        EntityRef entity = m_case->newEntity(EntityKind::Evidence);
        edit(addTakenEvidence(view(), entity,
                              {{{&infoOf(field::evidence::title), s("Spillway")},
                                {&infoOf(field::evidence::state), s("taken")},
                                {&infoOf(field::evidence::confidentiality), s(confidentiality)}}},
                              takenFile(s("IMG_1.jpg"), s("image/jpeg"), "bytes" + entity.code.toUtf8())));
        return entity;
    }
    PhotoInput input() const
    {
        return {.evidence = m_evidence,
                .requirement = s("1.2.1.1"),
                .caption = s("The spillway in May"),
                .description = s("A concrete channel, dry, with a crack across it")};
    }
    QString add(const PhotoInput &input)
    {
        const EntityRef photo = m_case->newEntity(EntityKind::PublicPhoto);
        edit(addPublicPhoto(view(), photo, input));
        return photo.code;
    }
    Result<Edit> confirm(const QString &label, const PhotoConfirmation &said) const
    {
        return confirmPublicPhoto(view(), label, said, profileOf("lead"), day);
    }
    PhotoState only() const
    {
        const auto states = photoStates(m_case->assessment());
        Q_ASSERT(states.size() == 1);
        return states.front();
    }
    QString state() const { return codeOf(only().state); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = newCase(*m_folder);
        m_evidence = take().code;
    }

    void aPhotoWaitsUntilSomebodyConfirmsIt()
    {
        const QString label = add(input());
        QCOMPARE(state(), s("waiting"));
        edit(confirm(label, {.basis = s("nobody-recognisable"), .jpeg = picture}));
        QCOMPARE(state(), s("confirmed"));
        const Record &photo = *only().record;
        QCOMPARE(photo[field::public_photo::confirmed], day);
        QCOMPARE(photo[field::public_photo::confirmed_by], profileOf("lead").shown().fingerprint());
        QCOMPARE(photo[field::public_photo::picture], toHex(sha256(picture)));
        QCOMPARE(must(m_case->content(toHex(sha256(picture)))), picture);
    }

    void whatIsMissingIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        QTest::newRow("evidence") << s("evidence") << s("E-X99")
                                  << s("evidence: E-X99 | ") + ruleMark(Rule::KnownNumber);
        QTest::newRow("caption") << s("caption") << s("  ") << s("caption:    | ") + ruleMark(Rule::ValueNeeded);
        QTest::newRow("description") << s("description") << QString()
                                     << s("description:  | ") + ruleMark(Rule::ValueNeeded);
        QTest::newRow("requirement") << s("requirement") << s("9.9.9.9") << s("9.9.9.9 | ");
    }
    void whatIsMissingIsNamed()
    {
        QFETCH(const QString, field);
        QFETCH(const QString, value);
        QFETCH(const QString, expected);
        PhotoInput wrong = input();
        (field == s("evidence")      ? wrong.evidence
         : field == s("caption")     ? wrong.caption
         : field == s("description") ? wrong.description
                                     : wrong.requirement) = value;
        const auto made = addPublicPhoto(view(), m_case->newEntity(EntityKind::PublicPhoto), wrong);
        QVERIFY2(refusal(made).startsWith(expected), qPrintable(refusal(made)));
    }

    void whatIsConfidentialStaysAtHome()
    {
        for (const char *confidentiality : {"confidential", "restricted"}) {
            PhotoInput secret = input();
            secret.evidence = take(confidentiality).code;
            const auto made = addPublicPhoto(view(), m_case->newEntity(EntityKind::PublicPhoto), secret);
            QCOMPARE(refusal(made), s("evidence: ") + secret.evidence + s(" | ") + ruleMark(Rule::PhotoConfidential));
        }
    }

    void evidenceWithoutAFileHasNoPhoto()
    {
        const EntityRef seen = m_case->newEntity(EntityKind::Evidence);
        edit(addRecord(view(), seen,
                       {{{&infoOf(field::evidence::title), s("Map on a wall")},
                         {&infoOf(field::evidence::state), s("sighted")},
                         {&infoOf(field::evidence::place), s("Site office")}}}));
        PhotoInput without = input();
        without.evidence = seen.code;
        QVERIFY(refusal(addPublicPhoto(view(), m_case->newEntity(EntityKind::PublicPhoto), without))
                    .endsWith(ruleMark(Rule::PhotoHasFile)));
    }

    /// What became confidential later is not printed, confirmed or not.
    void aPhotoFallsWithItsEvidence()
    {
        const QString label = add(input());
        edit(confirm(label, {.basis = s("nobody-recognisable"), .jpeg = picture}));
        const auto evidence = *refByLabel(m_case->assessment(), EntityKind::Evidence, m_evidence);
        edit(changeRecord(view(), evidence, {{{&infoOf(field::evidence::confidentiality), s("confidential")}}}));
        QCOMPARE(state(), s("barred"));
        QVERIFY(!confirm(label, {.basis = s("nobody-recognisable"), .jpeg = other}));
        edit(changeRecord(view(), evidence, {{{&infoOf(field::evidence::confidentiality), s("ordinary")}}}));
        QCOMPARE(state(), s("confirmed"));
        edit(changeRecord(view(), evidence,
                          {{{&infoOf(field::evidence::removed), s("2026-06-02")},
                            {&infoOf(field::evidence::removed_reason), s("Wrong mine")}}}));
        QCOMPARE(state(), s("barred"));
    }

    void consentIsOnRecordSomewhere()
    {
        const QString label = add(input());
        QVERIFY(
            refusal(confirm(label, {.basis = s("consent"), .jpeg = picture})).endsWith(ruleMark(Rule::PhotoConsent)));
        edit(confirm(label, {.basis = s("consent"), .consent = s("E-A07, form of 3 May"), .jpeg = picture}));
        QCOMPARE(state(), s("confirmed"));
        QVERIFY(!confirm(label, {.basis = s("looks fine"), .jpeg = picture}));
        QVERIFY(!confirm(label, {.basis = {}, .jpeg = picture}));
        QVERIFY(!confirm(label, {.basis = s("nobody-recognisable"), .jpeg = {}}));
        QVERIFY(!confirm(s("F-A77"), {.basis = s("nobody-recognisable"), .jpeg = picture}));
    }

    /// The same word twice changes nothing; over another picture it counts anew.
    void aConfirmationIsOfOnePicture()
    {
        const QString label = add(input());
        edit(confirm(label, {.basis = s("nobody-recognisable"), .jpeg = picture}));
        const auto again = confirm(label, {.basis = s("nobody-recognisable"), .jpeg = picture});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::NothingToChange);
        edit(confirm(label, {.basis = s("nobody-recognisable"), .jpeg = other}));
        QCOMPARE((*only().record)[field::public_photo::picture], toHex(sha256(other)));
    }

    /// Nobody confirms in another's name, and what was signed cannot be made to say something else.
    void aConfirmationIsSigned()
    {
        const QString label = add(input());
        edit(confirm(label, {.basis = s("nobody-recognisable"), .jpeg = picture}));
        const EntityRef photo = only().entity;
        using namespace field::public_photo;
        edit(introduce(view(), profileOf("rita").shown()));
        edit(changeRecord(view(), photo, {{{&infoOf(confirmed_by), profileOf("rita").shown().fingerprint()}}}));
        QCOMPARE(state(), s("waiting"));
        must(m_case->undo());
        QCOMPARE(state(), s("confirmed"));
        edit(changeRecord(view(), photo, {{{&infoOf(basis), s("consent")}, {&infoOf(consent), s("E-A07")}}}));
        QCOMPARE(state(), s("waiting"));
    }

    /// It is of the file that the picture was made from.
    void aConfirmationFallsWithTheFile()
    {
        const QString label = add(input());
        edit(confirm(label, {.basis = s("nobody-recognisable"), .jpeg = picture}));
        const auto evidence = *refByLabel(m_case->assessment(), EntityKind::Evidence, m_evidence);
        edit(changeRecord(view(), evidence, {{{&infoOf(field::evidence::sha256), toHex(sha256(other))}}}));
        QCOMPARE(state(), s("waiting"));
    }

    /// A picture that is withheld is printed under no other number either.
    void aWithheldPictureHasNoOtherNumber()
    {
        const QString first = add(input());
        const QString second = add(input());
        for (const QString &label : {first, second})
            edit(confirm(label, {.basis = s("nobody-recognisable"), .jpeg = picture}));
        edit(askRedaction(view(), m_case->newEntity(EntityKind::Redaction),
                          {.target = s("public_photo/") + first, .field = {}, .passage = {}, .reason = s("A")},
                          profileOf("lead"), day));
        const auto states = photoStates(m_case->assessment());
        QCOMPARE(codeOf(states[0].state), s("confirmed")); // a mark stands for it
        QCOMPARE(codeOf(states[1].state), s("barred"));
    }

    void whoseProfileCountsNoMoreConfirmsNothing()
    {
        const QString label = add(input());
        edit(confirm(label, {.basis = s("nobody-recognisable"), .jpeg = picture}));
        edit(revoke(view(), profileOf("lead"), profileOf("lead").shown(), day, s("Lost")));
        QVERIFY(!confirm(label, {.basis = s("nobody-recognisable"), .jpeg = other}));
        QCOMPARE(state(), s("waiting"));
    }

    void whatWasTakenOutStaysOnRecord()
    {
        const QString label = add(input());
        edit(removePublicPhoto(view(), label, day));
        QCOMPARE(state(), s("taken-out"));
        QVERIFY(!removePublicPhoto(view(), label, day));
        QVERIFY(refusal(confirm(label, {.basis = s("nobody-recognisable"), .jpeg = picture}))
                    .endsWith(ruleMark(Rule::PhotoTakenOut)));
        QCOMPARE((*only().record)[field::public_photo::caption], s("The spillway in May"));
    }

    /// Texts of a photo are withheld as others are; the whole photo too.
    void aPhotoCanBeWithheld()
    {
        const QString label = add(input());
        const EntityRef entity = only().entity;
        const QString target = s("public_photo/") + label;
        const auto ask = [&](const char *field, const char *passage, const char *reason) {
            edit(askRedaction(view(), m_case->newEntity(EntityKind::Redaction),
                              {.target = target, .field = s(field), .passage = s(passage), .reason = s(reason)},
                              profileOf("lead"), day));
        };
        const auto caption = [&] {
            const Redactions redactions(m_case->assessment(), Reader::Public);
            return disclose(redactions, entity, *only().record, field::public_photo::caption)
                ->joined([](WithheldAs as) { return QLatin1Char('<') + QString(codeOf(as)) + QLatin1Char('>'); });
        };
        ask("caption", "in May", "D");
        QCOMPARE(caption(), s("The spillway <D>"));
        QVERIFY(!Redactions(m_case->assessment(), Reader::Public).wholeOf(entity));
        ask("", "", "D");
        ask("", "", "B");
        QCOMPARE(caption(), s("<AB>"));
        const Redactions redactions(m_case->assessment(), Reader::Public);
        QVERIFY(redactions.wholeOf(entity));
        QCOMPARE((*redactions.wholeOf(entity))[field::redaction::reason], s("B"));
    }
};

QTEST_GUILESS_MAIN(TestPhotoVerbs)
#include "tst_photoverbs.moc"
