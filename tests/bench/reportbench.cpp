// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/sample.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/support/builders.h"

#include <QFile>
#include <QTemporaryDir>
#include <algorithm>

#include <sys/wait.h>
#include <unistd.h>

namespace adit::bench {

namespace {

/// The sample with longer findings: about as many pages as a large audit has.
void makeLargeCase(const QString &path)
{
    const auto document = test::must(makeSample(path, 1, test::repeatableSurroundings()));
    Edit edit{Verb::Import, {}, {}};
    for (const auto &[id, record] : document->assessment().records(EntityKind::Answer)) {
        const QString finding = record[field::answer::finding];
        const auto code = RequirementCode::fromString(record[field::answer::requirement]);
        if (code && !finding.isEmpty())
            edit.changes.push_back({document->assessment().answerRef(*code),
                                    &infoOf(field::answer::finding),
                                    {},
                                    finding + QLatin1Char(' ') + finding});
    }
    test::must(document->apply(edit));
}

/// The most memory a process has held so far, in MB; 0 once it is gone. What the system keeps with a child's end would
/// count this program's own memory too, from before the child became another one.
double peakOf(pid_t process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

/// Runs the command line and returns its peak of memory in MB; 0 if it failed.
double runReport(const QByteArray &path, const QByteArray &out)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::execl(ADIT_CLI, ADIT_CLI, "--quiet", "report", path.constData(), "--kind", "public", "--format", "pdf",
                "--out", out.constData(), nullptr);
        ::_exit(127);
    }
    int status = 0;
    double peak = 0;
    constexpr useconds_t pause = 2000;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        // Until it has become adit-cli it is a copy of this program.
        if (QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(child)).endsWith(QLatin1String("adit-cli")))
            peak = std::max(peak, peakOf(child));
        ::usleep(pause);
    }
    return status == 0 ? peak : 0;
}

void measureReportOf(const char *name, const QString &path)
{
    const QByteArray out = QFile::encodeName(path + QStringLiteral(".pdf"));
    double memory = 0;
    const Figures figures = measure(9, [&] { memory = runReport(QFile::encodeName(path), out); });
    report(name, "500 ms", figures);
    std::printf("%-44s %12.1f %12s %12s   %s\n", "  its peak of memory, MB", memory, "", "", "100 MB");
}

} // namespace

void measureReport()
{
    QTemporaryDir folder;
    const QString sample = folder.filePath(QStringLiteral("sample.adit"));
    (void)test::must(makeSample(sample, 1, test::repeatableSurroundings()));
    measureReportOf("public summary of the sample, whole process", sample);
    const QString large = folder.filePath(QStringLiteral("large.adit"));
    makeLargeCase(large);
    measureReportOf("public summary with findings twice as long", large);
}

} // namespace adit::bench
