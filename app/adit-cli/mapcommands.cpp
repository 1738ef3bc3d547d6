// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/adit-cli/commands.h"
#include "core/assessment/sitemap.h"
#include "core/evidence/filereader.h"

#include <QJsonArray>
#include <QJsonObject>

namespace adit::cli {

namespace {

struct MapOptions
{
    std::string path;
    std::string file;
};

const FieldInfo &boundary()
{
    return infoOf(field::details::boundary);
}

int setMap(CaseDocument &document, const MapOptions &options, const Console &console)
{
    const auto file = readEvidence(fromUtf8(options.file));
    if (!file)
        return console.fail(file.error());
    return applyAndTell(document, describe(document.view(), {{&boundary(), QString::fromUtf8(file->bytes)}}), console);
}

int removeMap(CaseDocument &document, const MapOptions &, const Console &console)
{
    return applyAndTell(document, describe(document.view(), {{&boundary(), {}}}), console);
}

QString kindWord(MapFeature::Kind kind)
{
    switch (kind) {
    case MapFeature::Kind::Boundary:
        return QStringLiteral("boundary");
    case MapFeature::Kind::Area:
        return QStringLiteral("area");
    case MapFeature::Kind::Line:
        return QStringLiteral("line");
    case MapFeature::Kind::Place:
        break;
    }
    return QStringLiteral("place");
}

int showMap(CaseDocument &document, const MapOptions &, const Console &console)
{
    const QString text = document.assessment().details().text(boundary().index);
    QJsonArray features;
    if (!text.isEmpty()) {
        const auto map = SiteMap::fromGeoJson(text.toUtf8());
        if (!map)
            return console.fail(map.error());
        for (const MapFeature &feature : map->features) {
            console.say(kindWord(feature.kind).leftJustified(10) + feature.name);
            features.append(
                QJsonObject{{QStringLiteral("kind"), kindWord(feature.kind)}, {QStringLiteral("name"), feature.name}});
        }
    } else {
        console.say(QStringLiteral("No map."));
    }
    console.answer({{QStringLiteral("features"), features}});
    return Done;
}

using Run = int (*)(CaseDocument &, const MapOptions &, const Console &);

void addCommand(CLI::App &group, Action &chosen, const char *name, const char *help, Run run)
{
    auto options = std::make_shared<MapOptions>();
    CLI::App *command = group.add_subcommand(name, help);
    command->add_option("case", options->path, "Case file (*.adit)")->required();
    if (run == setMap)
        command->add_option("file", options->file, "GeoJSON file (RFC 7946), degrees, WGS 84")->required();
    command->callback([&chosen, options, run] {
        chosen = [options, run](const Console &console) {
            const auto document = openCase(options->path, console);
            return document ? run(**document, *options, console) : console.fail(document.error());
        };
    });
}

} // namespace

void addMapCommands(CLI::App &program, Action &chosen)
{
    CLI::App *group = commandGroup(program, "map", "The map of the site that the report draws");
    addCommand(*group, chosen, "set", "Take it from a GeoJSON file", setMap);
    addCommand(*group, chosen, "show", "What is on it", showMap);
    addCommand(*group, chosen, "remove", "Have none", removeMap);
    group->footer("Of a feature, `name` is printed, and `kind` says what it is: boundary, area, line, place.");
}

} // namespace adit::cli
