// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/glyphs.h"
#include "ui/look/icons.h"
#include "ui/look/look.h"
#include "ui/look/measures.h"
#include "ui/look/stylesheet.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QDir>
#include <QPainter>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTest>
#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

using namespace adit;

/// The visual language: everything readable, in light and dark.
class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textStandsOutFromItsGround_data();
    void textStandsOutFromItsGround();
    void marksStandOutFromTheirGround_data();
    void marksStandOutFromTheirGround();
    void themeFollowsThePalette();
    void everyGlyphOfTheScaleIsKnown();
    void glyphsDifferInShape();
    void everyIconIsDrawn();
    void measuresGrowWithTheText();
    void styleSheetHasNoHoles();
    void boxesToTickStandOutFromTheirGround_data();
    void boxesToTickStandOutFromTheirGround();
};

namespace {

struct Pair
{
    const char *name;
    Role ink;
    Role ground;
};

void addRows(const std::vector<Pair> &pairs)
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("ink");
    QTest::addColumn<int>("ground");
    for (const bool dark : {false, true}) {
        for (const Pair &pair : pairs)
            QTest::addRow("%s, %s", pair.name, dark ? "dark" : "light")
                << dark << static_cast<int>(pair.ink) << static_cast<int>(pair.ground);
    }
}

double contrastOfRow()
{
    QFETCH(bool, dark);
    QFETCH(int, ink);
    QFETCH(int, ground);
    const Theme theme(Theme::palette(dark));
    return contrastRatio(theme.color(static_cast<Role>(ink)), theme.color(static_cast<Role>(ground)));
}

} // namespace

void TestLook::textStandsOutFromItsGround_data()
{
    addRows({
        {"text on base", Role::Text, Role::Base},
        {"text on window", Role::Text, Role::Window},
        {"text on tint", Role::Text, Role::Tint},
        {"second on base", Role::SecondText, Role::Base},
        {"second on tint", Role::SecondText, Role::Tint},
        {"second on hover", Role::SecondText, Role::Hover},
        {"second on window", Role::SecondText, Role::Window},
        {"second on added", Role::SecondText, Role::Added},
        {"second on removed", Role::SecondText, Role::Removed},
        {"third on base", Role::ThirdText, Role::Base},
        {"third on window", Role::ThirdText, Role::Window},
        {"third on alternate", Role::ThirdText, Role::Alternate},
        {"third on hover", Role::ThirdText, Role::Hover},
        {"third on tint", Role::ThirdText, Role::Tint},
        {"link on base", Role::Accent, Role::Base},
        {"label of the primary button", Role::OnAccent, Role::Accent},
        {"warning on its ground", Role::Partially, Role::WarnGround},
        {"warning on base", Role::Partially, Role::Base},
        {"block on its ground", Role::NotMet, Role::BlockGround},
        {"block on base", Role::NotMet, Role::Base},
        {"text on warning ground", Role::Text, Role::WarnGround},
        {"text on block ground", Role::Text, Role::BlockGround},
    });
}

void TestLook::textStandsOutFromItsGround()
{
    QVERIFY2(contrastOfRow() >= 4.5, qPrintable(QString::number(contrastOfRow())));
}

void TestLook::marksStandOutFromTheirGround_data()
{
    addRows({
        {"fully on base", Role::Fully, Role::Base},
        {"substantially on base", Role::Substantially, Role::Base},
        {"partially on base", Role::Partially, Role::Base},
        {"not met on base", Role::NotMet, Role::Base},
        {"deferred on base", Role::Deferred, Role::Base},
        {"edge on base", Role::Edge, Role::Base},
        {"fully on tree", Role::Fully, Role::Alternate},
        {"substantially on tree", Role::Substantially, Role::Alternate},
        {"partially on tree", Role::Partially, Role::Alternate},
        {"not met on tree", Role::NotMet, Role::Alternate},
        {"deferred on tree", Role::Deferred, Role::Alternate},
        {"edge on tree", Role::Edge, Role::Alternate},
        {"fully on tint", Role::Fully, Role::Tint},
        {"substantially on tint", Role::Substantially, Role::Tint},
        {"partially on tint", Role::Partially, Role::Tint},
        {"not met on tint", Role::NotMet, Role::Tint},
        {"deferred on tint", Role::Deferred, Role::Tint},
        {"edge on tint", Role::Edge, Role::Tint},
        {"edge on window", Role::Edge, Role::Window},
        {"bars on base", Role::ChartInk, Role::Base},
        {"focus on base", Role::Accent, Role::Base},
        {"focus on window", Role::Accent, Role::Window},
    });
}

void TestLook::marksStandOutFromTheirGround()
{
    QVERIFY2(contrastOfRow() >= 3.0, qPrintable(QString::number(contrastOfRow())));
}

void TestLook::themeFollowsThePalette()
{
    QVERIFY(!Theme(Theme::palette(false)).isDark());
    QVERIFY(Theme(Theme::palette(true)).isDark());
    QPalette own = Theme::palette(false);
    own.setColor(QPalette::Highlight, Qt::magenta);
    QCOMPARE(Theme(own).color(Role::Accent), QColor(Qt::magenta));
}

void TestLook::everyGlyphOfTheScaleIsKnown()
{
    for (const char *name : {"disc", "three-quarters", "half", "ring", "dash", "clock"})
        QVERIFY2(glyphFromName(QLatin1String(name)) != Glyph::Dotted, name);
    QCOMPARE(glyphFromName(QStringLiteral("no such glyph")), Glyph::Dotted);
}

void TestLook::glyphsDifferInShape()
{
    // Colour is never the only carrier: in one ink, no two ratings look alike.
    std::vector<QImage> images;
    for (int shape = 0; shape <= static_cast<int>(Glyph::Dotted); ++shape) {
        QImage image(28, 28, QImage::Format_Grayscale8);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintGlyph(&painter, QRectF(0, 0, 28, 28), static_cast<Glyph>(shape), Qt::black);
        painter.end();
        for (const QImage &other : images) {
            int different = 0;
            for (int y = 0; y < 28; ++y)
                for (int x = 0; x < 28; ++x)
                    different += std::abs(qGray(image.pixel(x, y)) - qGray(other.pixel(x, y))) > 128 ? 1 : 0;
            QVERIFY2(different > 40, qPrintable(QStringLiteral("glyph %1: %2").arg(shape).arg(different)));
        }
        images.push_back(image);
    }
}

void TestLook::everyIconIsDrawn()
{
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() > 30);
    for (const QString &file : files) {
        QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(&painter, QRectF(0, 0, 32, 32), file.chopped(4), Qt::black);
        painter.end();
        int inked = 0;
        for (int y = 0; y < 32; ++y)
            for (int x = 0; x < 32; ++x)
                inked += qAlpha(image.pixel(x, y)) > 40 ? 1 : 0;
        QVERIFY2(inked > 12, qPrintable(file));
    }
}

void TestLook::measuresGrowWithTheText()
{
    QFont font;
    font.setPixelSize(13);
    QCOMPARE(scaled(font, 28), 28);
    font.setPixelSize(26);
    QCOMPARE(scaled(font, 28), 56);
    font.setPixelSize(9);
    QCOMPARE(scaled(font, 28), 28);
}

void TestLook::styleSheetHasNoHoles()
{
    for (const bool dark : {false, true}) {
        const QString sheet = styleSheet(Theme(Theme::palette(dark)), QApplication::font());
        QVERIFY2(!sheet.contains(QLatin1Char('@')), "a role is not filled in");
        static const QRegularExpression measure(QStringLiteral("\\{\\w+\\}px"));
        QVERIFY2(!sheet.contains(measure), "a measure is not filled in");
    }
}

void TestLook::boxesToTickStandOutFromTheirGround_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("state");
    for (const bool dark : {false, true})
        for (const auto &[name, state] : {std::pair("empty", QStyle::State_Off), std::pair("ticked", QStyle::State_On),
                                          std::pair("partly ticked", QStyle::State_NoChange)})
            QTest::addRow("%s, %s", name, dark ? "dark" : "light") << dark << static_cast<int>(state);
}

/// Fusion draws them in shades of the ground, which nobody finds on a dark one.
void TestLook::boxesToTickStandOutFromTheirGround()
{
    QFETCH(bool, dark);
    QFETCH(int, state);
    applyLook(*qobject_cast<QApplication *>(QCoreApplication::instance()), dark ? Appearance::Dark : Appearance::Light,
              QPalette());
    const QColor ground = Theme::current().color(Role::Base);
    QImage image(20, 20, QImage::Format_RGB32);
    image.fill(ground);
    QStyleOptionButton option;
    option.rect = image.rect().adjusted(2, 2, -2, -2);
    option.state = QStyle::State_Enabled | QStyle::StateFlag(state);
    QPainter painter(&image);
    QApplication::style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &option, &painter);
    painter.end();
    double best = 0;
    for (int x = 0; x < image.width(); ++x)
        best = std::max(best, contrastRatio(image.pixelColor(x, 10), ground));
    QVERIFY2(best >= 3, qPrintable(QString::number(best)));
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    applyLook(application, Appearance::Light, QPalette());
    TestLook test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_look.moc"
