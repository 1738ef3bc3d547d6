// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/assessment/sitemap.h"
#include "core/edits/edit.h"
#include "tests/support/builders.h"

#include <QRandomGenerator>
#include <QTest>
#include <cmath>

using namespace adit;
using namespace adit::test;

// The map of a site comes from a file that some mapping program wrote (RFC 7946); what is kept is a map and nothing
// else.

namespace {

SiteMap mapFrom(const char *text)
{
    return must(SiteMap::fromGeoJson(QByteArray(text)));
}

} // namespace

class TestSiteMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstAreaIsTheBoundaryWhereNoneSaysSo()
    {
        const SiteMap map = mapFrom(R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"Pit","kind":"area"},"geometry":{"type":"Polygon","coordinates":[[[1,1],[1.1,1],[1.1,1.1],[1,1]]]}},
            {"type":"Feature","properties":{"name":"Road"},"geometry":{"type":"LineString","coordinates":[[1,1],[1.2,1.1]]}},
            {"type":"Feature","properties":null,"geometry":{"type":"MultiPoint","coordinates":[[1,1],[1.1,1]]}},
            {"type":"Feature","properties":{"name":"nowhere"},"geometry":null}]})");
        QCOMPARE(map.features.size(), 4u);
        QCOMPARE(map.features[0].kind, MapFeature::Kind::Boundary);
        QCOMPARE(map.features[1].kind, MapFeature::Kind::Line);
        QCOMPARE(map.features[3].kind, MapFeature::Kind::Place);
    }

    void boundaryIsWhatSaysSo()
    {
        const SiteMap map = mapFrom(R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[1,1],[1.1,1],[1.1,1.1],[1,1]]]}},
            {"type":"Feature","properties":{"kind":"boundary"},"geometry":{"type":"Polygon","coordinates":[[[1,1],[1.2,1],[1.2,1.2],[1,1]]]}}]})");
        QCOMPARE(map.features[0].kind, MapFeature::Kind::Area);
        QCOMPARE(map.features[1].kind, MapFeature::Kind::Boundary);
    }

    void nothingButTheMapIsKept()
    {
        const QByteArray kept = mapFrom(R"({"type":"Feature","id":77,"author":"C:\\Users\\ana",
            "properties":{"name":"  Gate\u202E 1\u0007 ","owner":"Juana Quispe","kind":"place"},
            "geometry":{"type":"Point","coordinates":[-70.12345678,-20.5,3120.5]}})")
                                    .toGeoJson();
        QCOMPARE(kept, QByteArray(R"({"features":[{"geometry":{"coordinates":[-70.123457,-20.5],"type":"Point"},)"
                                  R"("properties":{"kind":"place","name":"Gate 1"},"type":"Feature"}],)"
                                  R"("type":"FeatureCollection"})"));
    }

    void outlinesOfHolesAreWoundTheOtherWay()
    {
        const SiteMap map = mapFrom(
            R"({"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0],[0,0]],[[0.2,0.2],[0.2,0.4],[0.4,0.4],[0.2,0.2]]]})");
        const auto winding = [](const std::vector<MapPosition> &ring) {
            double sum = 0;
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const MapPosition &next = ring[(i + 1) % ring.size()];
                sum += ring[i].longitude * next.latitude - next.longitude * ring[i].latitude;
            }
            return sum;
        };
        QVERIFY(winding(map.features[0].lines[0]) > 0);
        QVERIFY(winding(map.features[0].lines[1]) < 0);
    }

    void keptMapReadsAsTheSameMap()
    {
        QRandomGenerator random(26);
        for (int round = 0; round < 200; ++round) {
            SiteMap map;
            MapFeature area{.kind = MapFeature::Kind::Boundary, .name = QStringLiteral("ñ \"x\" 界"), .lines = {{}}};
            const int corners = 3 + static_cast<int>(random.bounded(400));
            for (int i = 0; i < corners; ++i) {
                const double angle = 2 * 3.14159265358979 * i / corners;
                const double reach = 0.01 + random.bounded(0.01);
                area.lines[0].push_back({20 + reach * std::cos(angle), -33 + reach * std::sin(angle)});
            }
            map.features.push_back(area);
            const QByteArray kept = map.toGeoJson();
            const SiteMap again = must(SiteMap::fromGeoJson(kept));
            QCOMPARE(again.features[0].name, area.name);
            QCOMPARE(again.toGeoJson(), kept);
        }
    }

    void thinningKeepsWhatAPrintCanShow()
    {
        SiteMap map;
        MapFeature line{.kind = MapFeature::Kind::Line, .lines = {{}}};
        for (int i = 0; i <= 20000; ++i)
            line.lines[0].push_back({0.1 * i / 20000, 0.02 * std::sin(i / 3000.0)});
        map.features.push_back(line);
        const SiteMap kept = must(SiteMap::fromGeoJson(map.thinned().toGeoJson()));
        const auto &few = kept.features[0].lines[0];
        QVERIFY(few.size() < 400);
        QVERIFY(std::abs(few.back().latitude - line.lines[0].back().latitude) < 1e-6);
        std::size_t at = 1;
        for (const MapPosition &one : line.lines[0]) {
            while (few[at].longitude < one.longitude - 1e-6)
                ++at;
            const MapPosition &a = few[at - 1];
            const MapPosition &b = few[at];
            const double share = (one.longitude - a.longitude) / (b.longitude - a.longitude);
            QVERIFY(std::abs(a.latitude + share * (b.latitude - a.latitude) - one.latitude) < 0.1 / 2000);
        }
    }

    void whatIsNoMapIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char *name, const char *text, const char *where, const char *rule) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(where) << QString::fromLatin1(rule);
        };
        row("nothing", "", "/", "map-json");
        row("no JSON", "{\"type\":", "/", "map-json");
        row("a list", "[]", "/", "map-json");
        row("another object", R"({"type":"Topology"})", "/", "map-object");
        row("no feature", R"({"type":"FeatureCollection","features":[]})", "/features", "map-list");
        row("a feature without a shape", R"({"type":"Feature","geometry":null})", "/", "map-object");
        row("metres", R"({"type":"Point","coordinates":[345600,7412300]})", "/coordinates", "map-position");
        row("words", R"({"type":"LineString","coordinates":[["1","2"],[1,2]]})", "/coordinates/0", "map-position");
        row("short line", R"({"type":"LineString","coordinates":[[1,2]]})", "/coordinates", "map-line");
        row("open ring", R"({"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1,2]]]})", "/coordinates/0",
            "map-ring");
        row("two maps far apart", R"({"type":"MultiPoint","coordinates":[[1,1],[60,1]]})", "/", "map-extent");
        row("deep in a collection",
            R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,1]}},{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[1,1],[2,1],[91,95],[1,1]]]}}]})",
            "/features/1/geometry/coordinates/0/2", "map-position");
    }

    void whatIsNoMapIsRefusedWithItsPlace()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, where);
        QFETCH(const QString, rule);
        const auto map = SiteMap::fromGeoJson(text);
        QVERIFY(!map);
        QCOMPARE(map.error().code, ErrorCode::InvalidValue);
        QCOMPARE(map.error().subject, QStringLiteral("boundary: ") + where);
        QVERIFY2(map.error().detail.contains(rule), qPrintable(map.error().detail));
    }

    void caseKeepsNoMapThatIsNone()
    {
        const QTemporaryDir folder;
        const auto document = newCase(folder);
        const FieldInfo &field = infoOf(field::details::boundary);
        QVERIFY(!describe(document->view(), {{&field, QStringLiteral("hello")}}));
        must(document->apply(must(describe(
            document->view(), {{&field, QStringLiteral(R"({"type":"Point","coordinates":[1,2],"secret":"x"})")}}))));
        QVERIFY(!document->assessment().details().text(field.index).contains(QStringLiteral("secret")));
        must(document->apply(must(describe(document->view(), {{&field, QString()}}))));
        QVERIFY(!document->assessment().details().has(field.index));
    }

    void degreesAreAsLongAsOnTheGlobe()
    {
        QVERIFY(std::abs(metresToDegree(0).first - 111319.5) < 2);
        QVERIFY(std::abs(metresToDegree(0).second - 110574.3) < 2);
        QVERIFY(std::abs(metresToDegree(60).first - 55800.0) < 5);
        QVERIFY(std::abs(metresToDegree(60).second - 111412.3) < 2);
    }
};

QTEST_GUILESS_MAIN(TestSiteMap)
#include "tst_sitemap.moc"
