// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/samplereport.h"

#include "core/pdf/pdfreader.h"
#include "tests/support/jpegs.h"

#include <QProcess>
#include <QTemporaryDir>

namespace adit::pdf::sample {

namespace {

const TextStyle serif{};
const TextStyle sans{.family = Family::Sans, .size = 8.5};
const TextStyle bold{.family = Family::Sans, .size = 8.5, .bold = true};
const TextStyle note{.family = Family::Sans, .size = 7.5, .color = {0x555555}};
constexpr double left = 62;
constexpr double right = 533;

Paragraph paragraph(const QString &text, const TextStyle &style, double width)
{
    Paragraph out{.width = width};
    out.add(text, style);
    return out;
}

void headerAndFooter(Document &document, Typesetter &typesetter, Canvas &page)
{
    {
        const TagGuard header = document.artifact(Artifact::Header);
        page.text(typesetter.line(QStringLiteral("Cerro Azul copper mine"), note), {left, 20});
        page.line({left, 35}, {right, 35}, {.color = {0x9a9a9a}, .width = 0.5});
    }
    const TagGuard footer = document.artifact(Artifact::Footer);
    page.line({left, 791}, {right, 791}, {.color = {0x9a9a9a}, .width = 0.5});
    page.text(typesetter.line(QStringLiteral("page %1 of 4").arg(page.page() + 1), note), {left, 795});
}

void contents(Document &document, Typesetter &typesetter, Canvas &page)
{
    const TagGuard toc = document.tag(Role::TOC);
    double y = 120;
    for (const auto &[title, name] : {std::pair(QStringLiteral("Results by chapter"), QStringLiteral("table")),
                                      std::pair(QStringLiteral("In other languages"), QStringLiteral("foreign"))}) {
        const TagGuard item = document.tag(Role::TOCI);
        const TagGuard reference = document.tag(Role::Reference);
        Paragraph entry{.width = 350};
        entry.add({.text = title, .style = serif, .link = {.destination = name}});
        page.text(typesetter.set(entry), {180, y});
        y += 18;
    }
}

void requirement(Document &document, Typesetter &typesetter, Canvas &page)
{
    {
        const TagGuard label = document.tag(Role::Div);
        const TagGuard line = document.tag(Role::P);
        Paragraph text{.width = 109};
        text.add(QStringLiteral("2.5.1.1"), bold).add(QStringLiteral("  critical\n"), sans).add(disc(), 9);
        text.add(QStringLiteral("\u00a0substantially meets"), bold);
        page.text(typesetter.set(text), {left, 180});
    }
    const TagGuard finding = document.tag(Role::P);
    Paragraph text{.width = 350};
    text.add(
        QStringLiteral("Minutes of six planning meetings, and the safety committee’s two reviews, show that workers "
                       "helped to set alarm signals. "),
        serif);
    text.add({.text = QStringLiteral("[withheld · protection of persons]"),
              .style = {.family = Family::Sans, .size = 8.5, .ground = Color{0xececec}},
              .unbroken = true});
    text.add(QStringLiteral(" The upper settlement had not been invited; see "), serif);
    text.add({.text = QStringLiteral("the table of results by chapter, on the page after this one"),
              .style = serif,
              .link = {.destination = QStringLiteral("table")}});
    text.add(QStringLiteral(", or "), serif);
    text.add({.text = QStringLiteral("el consejo de la comunidad"), .style = serif, .language = QStringLiteral("es")});
    text.add(QStringLiteral(". More at "), serif);
    text.add(
        {.text = QStringLiteral("audit.example"),
         .style = serif,
         .link = {.uri = QStringLiteral("https://audit.example/a"), .description = QStringLiteral("Web edition")}});
    page.text(typesetter.set(text), {180, 180});
}

void figureAndList(Document &document, Typesetter &typesetter, Canvas &page)
{
    {
        const TagGuard figure =
            document.tag(Role::Figure, {.alt = QStringLiteral("Bar: 86.9 of 100"), .box = Rect{180, 300, 350, 14}});
        page.fill(Rect{180, 302, 300, 10}, {0x4a4a4a});
        page.line({355, 300}, {355, 314}, {.color = {0xffffff}, .width = 0.5});
    }
    const Mark alone{.height = 0.9, .pieces = disc()->pieces, .alt = QStringLiteral("fully meets")};
    {
        const TagGuard text = document.tag(Role::P);
        page.mark(alone, {62, 312}, 10);
    }
    for (const double x : {180.0, 260.0}) // the same picture twice, stored once
        page.image(*Image::jpeg(test::colourJpeg()), {x, 400, 64, 32}, QStringLiteral("Half is orange, half blue"));
    page.image(*Image::jpeg(test::greyJpeg()), {340, 400, 64, 32}, QStringLiteral("The same in grey"));
    const TagGuard list = document.tag(Role::L);
    for (int i = 0; i < 2; ++i) {
        const TagGuard item = document.tag(Role::LI);
        {
            const TagGuard label = document.tag(Role::Lbl);
            page.text(typesetter.line(QStringLiteral("–"), sans), {180, 330.0 + 14 * i});
        }
        const TagGuard body = document.tag(Role::LBody);
        page.text(typesetter.line(QStringLiteral("It rests on samples."), sans), {190, 330.0 + 14 * i});
    }
}

void row(Document &document, Typesetter &typesetter, Canvas &page, double y, int number)
{
    const TagGuard tableRow = document.tag(Role::TR);
    {
        const TagGuard head = document.tag(Role::TH, {.scope = Scope::Row});
        page.text(typesetter.line(QStringLiteral("Chapter %1").arg(number), sans), {left, y});
    }
    const TagGuard cell = document.tag(Role::TD);
    Paragraph text{.width = 60, .align = Align::End};
    text.add(QStringLiteral("%1.5").arg(number * 11), {.family = Family::Sans, .size = 8.5, .tabular = true});
    page.text(typesetter.set(text), {300, y});
    const TagGuard rule = document.artifact();
    page.line({left, y + 14}, {right, y + 14}, {.color = {0xd2d2d2}, .width = 0.5});
}

void tableHead(Document &document, Typesetter &typesetter, Canvas &page)
{
    const TagGuard head = document.tag(Role::THead);
    const TagGuard tableRow = document.tag(Role::TR);
    for (int i = 0; i < 2; ++i) {
        const TagGuard cell = document.tag(Role::TH, {.scope = Scope::Column});
        page.text(typesetter.line(i == 0 ? QStringLiteral("Chapter") : QStringLiteral("Score"), note),
                  {i == 0 ? left : 330, 100});
    }
}

void opening(Document &document, Typesetter &typesetter)
{
    Canvas &page = document.beginPage();
    headerAndFooter(document, typesetter, page);
    const TagGuard section = document.tag(Role::Sect);
    document.destination(QStringLiteral("start"), 60);
    document.outline(0, QStringLiteral("Scorecard – résumé"), QStringLiteral("start"));
    {
        const TagGuard heading = document.tag(Role::H1);
        Paragraph title = paragraph(QStringLiteral("Cerro Azul copper mine"), {.size = 26}, 471);
        title.leading = 35;
        page.text(typesetter.set(title), {left, 70});
    }
    contents(document, typesetter, page);
    requirement(document, typesetter, page);
    figureAndList(document, typesetter, page);
}

void results(Document &document, Typesetter &typesetter)
{
    Canvas *page = &document.beginPage();
    headerAndFooter(document, typesetter, *page);
    const TagGuard section = document.tag(Role::Sect);
    document.destination(QStringLiteral("table"), 60);
    document.outline(0, QStringLiteral("Results"), QStringLiteral("table"));
    document.outline(1, QStringLiteral("By chapter"), QStringLiteral("table"));
    {
        const TagGuard heading = document.tag(Role::H2);
        page->text(typesetter.line(QStringLiteral("Results by chapter"), {.size = 18}), {left, 70});
    }
    const TagGuard table = document.tag(Role::Table);
    tableHead(document, typesetter, *page);
    const TagGuard body = document.tag(Role::TBody);
    for (int i = 1; i <= 4; ++i) {
        if (i == 3) {
            page = &document.beginPage();
            headerAndFooter(document, typesetter, *page);
        }
        row(document, typesetter, *page, 100.0 + 16 * i, i);
    }
}

void foreign(Document &document, Typesetter &typesetter)
{
    Canvas &page = document.beginPage();
    headerAndFooter(document, typesetter, page);
    const TagGuard section = document.tag(Role::Sect);
    document.destination(QStringLiteral("foreign"), 60);
    document.outline(0, QStringLiteral("In other languages"), QStringLiteral("foreign"));
    double y = 70;
    for (const Passage &passage : passages()) {
        const TagGuard text = document.tag(Role::P, {.language = passage.language});
        Paragraph set = paragraph(passage.text, serif, 350);
        set.language = passage.language;
        set.rightToLeft = passage.rightToLeft;
        const TextBlock block = typesetter.set(set);
        page.text(block, {180, y});
        y += block.height() + 7;
    }
}

} // namespace

std::vector<Passage> passages()
{
    return {
        {"Latin",
         QStringLiteral("The efficient office’s first fjord: José Núñez-Ávila, Ngọc Trần, Łódź, 31 Oct 2026 (47 "
                        "dBA), AVATAR To. Te\u0301cnico n\u0304a m\u0303u."),
         QStringLiteral("en"), false, 1},
        {"Greek and Cyrillic", QStringLiteral("Ελληνικά και Кириллица: проверка рудника."), QStringLiteral("el"), false,
         1},
        {"Chinese", QStringLiteral("矿山审计报告：社区用水与尾矿库安全。测试「引号」和Latin混排，第二句。"),
         QStringLiteral("zh-Hans"), false, 1},
        {"Japanese", QStringLiteral("鉱山の監査報告書：地域の水利用と尾鉱ダムの安全性。"), QStringLiteral("ja"), false,
         1},
        {"Devanagari",
         QStringLiteral("खान के लेखापरीक्षा प्रतिवेदन में समुदाय के साथ परामर्श (दो बार) किया गया। क्षेत्र की स्थिति ठीक है, "
                        "श्रमिकों के अधिकार सुरक्षित हैं और जल प्रबंधन पर कार्रवाई पूरी हुई।"),
         QStringLiteral("hi"), false, 1},
        {"Arabic",
         QStringLiteral(
             "منجم سيرو أزول للنحاس (المرحلة الأولى) وفق قواعد التدقيق. كل متطلب حرج ذي صلة مستوفى إلى حد كبير. "
             "لا تحل محل الموافقة أو الترخيص أو حق أي شخص في الشكوى أو اللجوء إلى القضاء. تستند إلى عينات "
             "حتى التاسع من مايو، وما لم يشاهد قد يختلف."),
         QStringLiteral("ar"), true, 0.75},
    };
}

DocumentInfo info()
{
    return {.title = QStringLiteral("Cerro Azul – audit & <report>"),
            .language = QStringLiteral("en"),
            .created = Instant{1787313600000},
            .author = QStringLiteral("Muñoz Audit"),
            .subject = QStringLiteral("Public summary")};
}

std::shared_ptr<const Mark> disc()
{
    Mark out{.width = 1, .height = 0.9};
    out.pieces.push_back({.path = Path().circle({0.5, -0.4}, 0.44), .fill = {}, .stroke = Stroke{{0x2f6f91}, 0.1}});
    Path part;
    part.moveTo({0.5, -0.4}).arc({0.5, -0.4}, 0.44, 0, 270).close();
    out.pieces.push_back({.path = part, .fill = Color{0x2f6f91}, .stroke = {}});
    return std::make_shared<const Mark>(std::move(out));
}

QByteArray onePassage(Typesetter &typesetter, const Passage &passage, const TextStyle &style)
{
    Document document(typesetter, info());
    Canvas &page = document.beginPage();
    {
        const TagGuard text = document.tag(Role::P, {.language = passage.language});
        Paragraph set = paragraph(passage.text, style, 350);
        set.language = passage.language;
        set.rightToLeft = passage.rightToLeft;
        page.text(typesetter.set(set), {180, 70});
    }
    return document.finish().value_or(QByteArray());
}

QByteArray report(Typesetter &typesetter)
{
    Document document(typesetter, info());
    opening(document, typesetter);
    results(document, typesetter);
    foreign(document, typesetter);
    document.pageLabels({{.style = PageLabels::Style::LowerRoman}, {.fromPage = 1, .prefix = QStringLiteral("A-")}});
    return document.finish().value_or(QByteArray());
}

namespace {

struct RawObject
{
    QByteArray body; ///< without a stream: the whole body
    std::optional<QByteArray> stream;
    bool packed = false;
};

std::vector<RawObject> objectsOf(const QByteArray &file, const Reader &reader)
{
    std::vector<RawObject> out;
    for (int number = 1; number < reader.objectCount(); ++number) {
        const QByteArray head = '\n' + QByteArray::number(number) + " 0 obj\n";
        const qsizetype from = file.indexOf(head) + head.size();
        Value reference{.kind = Value::Kind::Reference, .number = static_cast<double>(number)};
        RawObject object;
        object.stream = reader.stream(reference);
        object.body = file.mid(from, file.indexOf(object.stream ? "\nstream\n" : "\nendobj\n", from) - from);
        object.packed = object.body.contains("/FlateDecode");
        out.push_back(object);
    }
    return out;
}

} // namespace

QByteArray changed(const QByteArray &file, const Change &change)
{
    const Result<Reader> reader = Reader::open(file);
    if (!reader)
        return {};
    PdfFile out;
    std::vector<RawObject> objects = objectsOf(file, *reader);
    for (std::size_t i = 0; i < objects.size(); ++i)
        out.reserve();
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const auto id = static_cast<ObjectId>(i + 1);
        RawObject &object = objects[i];
        QByteArray stream = object.stream.value_or(QByteArray());
        change(object.body, stream);
        if (!object.stream) {
            out.write(id, object.body);
            continue;
        }
        const qsizetype end = object.body.indexOf(object.packed ? " /Filter" : " /Length ");
        out.writeStream(id, object.body.mid(3, end - 3), stream, object.packed ? Packing::Flate : Packing::None);
    }
    const Value &trailer = reader->trailer();
    return out
        .finish(static_cast<ObjectId>(trailer["Root"].integer()), static_cast<ObjectId>(trailer["Info"].integer()))
        .value_or(QByteArray());
}

std::optional<QByteArray> run(const QString &tool, const QStringList &arguments, const QByteArray &file)
{
    const QTemporaryDir folder;
    QFile out(folder.filePath(QStringLiteral("file.pdf")));
    if (!out.open(QIODevice::WriteOnly) || out.write(file) != file.size())
        return std::nullopt;
    out.close();
    QStringList all;
    for (const QString &argument : arguments)
        all << (argument == QLatin1String("FILE") ? out.fileName() : argument);
    QProcess process;
    process.start(tool, all);
    if (!process.waitForFinished() || process.exitCode() != 0 || process.exitStatus() != QProcess::NormalExit)
        return std::nullopt;
    return process.readAllStandardOutput();
}

} // namespace adit::pdf::sample
