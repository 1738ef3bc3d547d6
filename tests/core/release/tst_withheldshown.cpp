// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/release/jcs.h"
#include "core/release/withheldshown.h"
#include "tests/core/release/releasecase.h"

#include <QTest>

using namespace adit;
using namespace adit::test;

class TestWithheldShown : public ReleaseCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void withoutReleaseThereIsNothingToShow()
    {
        QCOMPARE(latestRelease(m_case->assessment()).error().code, ErrorCode::InvalidValue);
    }

    /// What was withheld then is shown, however the case went on: the text was written anew, the passage is no longer
    /// withheld, a site got another name.
    void passageOfAnEarlierDayIsShown()
    {
        decideOn();
        withhold("Abelard Quispe");
        const BuiltRelease built = release();
        const QByteArray before = shownNow();
        edit(rate(view(), s("1.1.1.1"), {.rating = s("none"), .finding = s("Another text")}));
        edit(withdrawRedaction(view(), s("RD-A01"), s("No longer"), profileOf("dora"), day));
        edit(describe(view(), {{&infoOf(field::details::site), s("Valley")}}));
        QCOMPARE(shownNow(), before);
        QVERIFY(must(isDisclosedPassage(before, built.files, built.manifest, s("passage.json"))));
        QVERIFY(before.contains("Abelard Quispe"));
    }

    void caseThatIsAnotherDoesNotProve()
    {
        decideOn();
        withhold("Abelard Quispe");
        release();
        edit(rate(view(), s("1.1.1.1"), {.rating = s("none"), .finding = s("Another text")}));
        const Record *latest = must(latestRelease(m_case->assessment()));
        QCOMPARE(showWithheld(view(), *latest, s("RD-A01"), {}).error().subject, s("case-changed"));
    }

    void redactionThatWithholdsNothingIsNone()
    {
        decideOn();
        release();
        const Record *latest = must(latestRelease(m_case->assessment()));
        const Assessment then = must(m_case->asItStood((*latest)[field::release::content]));
        const auto none = showWithheld({m_case->standard(), then}, *latest, s("RD-A01"), {});
        QCOMPARE(none.error().code, ErrorCode::InvalidValue);
    }

private:
    BuiltRelease release()
    {
        const ReleaseInput input{.chains = must(m_case->chainEnds())};
        const ReleaseSource source = must(take(input));
        BuiltRelease built = must(buildRelease(source, *m_typesetter));
        edit(recordRelease(view(), m_case->newEntity(EntityKind::Release), source, built, input, s("lead")));
        return built;
    }
    QByteArray shownNow() const
    {
        const Record *latest = must(latestRelease(m_case->assessment()));
        const Assessment then = must(m_case->asItStood((*latest)[field::release::content]));
        return jcs(must(showWithheld({m_case->standard(), then}, *latest, s("RD-A01"), {})).front());
    }
};

QTEST_GUILESS_MAIN(TestWithheldShown)
#include "tst_withheldshown.moc"
