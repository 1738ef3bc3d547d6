// SPDX-FileCopyrightText: The Adit developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layering/includerules.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// The includes of the whole project keep to the tables of ARCHITECTURE.md; and the check that says so finds each kind
/// of breach in a small tree made for it.
class TestLayering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProjectKeepsToItsTables()
    {
        const QStringList broken = brokenRules(QStringLiteral(ADIT_SOURCE_DIR));
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
    }

    void aTidyTreeIsClean()
    {
        const QTemporaryDir tree = tidyTree();
        QCOMPARE(brokenRules(tree.path()).join(QLatin1Char('\n')), QString());
    }

    void eachBreachIsFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("fault");

        const auto row = [](const char *name, const char *path, const char *content, const char *fault) {
            QTest::newRow(name) << QString::fromLatin1(path) << QByteArray(content) << QString::fromLatin1(fault);
        };
        row("upwards", "core/base/c.h", "#include \"core/storage/b.h\"\n",
            "core/base/c.h: includes \"core/storage/b.h\": core/base may not include core/storage");
        row("window into storage", "ui/pages/p.cpp", "#include \"core/storage/b.h\"\n",
            "ui/pages/p.cpp: includes \"core/storage/b.h\": ui/pages may not include core/storage");
        row("climbing", "core/storage/c.cpp", "#include \"../base/a.h\"\n",
            "core/storage/c.cpp: includes \"../base/a.h\", which is not a path from the root");
        row("beside", "core/storage/c.cpp", "#include \"b.h\"\n",
            "core/storage/c.cpp: includes \"b.h\", which is not a path from the root");
        row("twice", "core/base/c.cpp", "#include <QString>\n#include <vector>\n#include <QString>\n",
            "core/base/c.cpp: includes QString twice");
        row("twice in a test", "tests/t.cpp", "#include \"core/base/a.h\"\n#include \"core/base/a.h\"\n",
            "tests/t.cpp: includes core/base/a.h twice");
        row("module named", "ui/pages/p.cpp", "#include <QtWidgets/QWidget>\n",
            "ui/pages/p.cpp: includes <QtWidgets/QWidget>: name the class alone");
        row("whole module", "ui/pages/p.cpp", "#  include <QtWidgets>\n",
            "ui/pages/p.cpp: includes <QtWidgets>: name the class alone");
        row("painting in core", "core/storage/c.cpp", "#include <QPainter>\n",
            "core/storage/c.cpp: includes <QPainter>, which is not in QtCore");
        row("image in core", "core/storage/c.h", "#include <qimage.h>\n",
            "core/storage/c.h: includes <qimage.h>, which is not in QtCore");
        row("image in another room", "core/base/c.cpp", "#include <QImage>\n",
            "core/base/c.cpp: includes <QImage>, which is not in QtCore");
        row("SQL outside storage", "core/base/c.cpp", "#include <sqlite3.h>\n",
            "core/base/c.cpp: includes <sqlite3.h>, which belongs to core/storage alone");
        row("type of the same name", "ui/pages/p.h", "namespace adit {\nclass Twice\n{\n};\n}\n",
            "ui/pages/p.h: defines adit::Twice, as core/base/twice.h does");
        row("unknown library", "core/base/c.cpp", "#include <zmq/socket.h>\n",
            "core/base/c.cpp: includes <zmq/socket.h>, which has no row in ARCHITECTURE.md");
        row("new room", "core/extra/d.h", "", "core/extra/d.h: core/extra has no row in ARCHITECTURE.md");
        row("circle", "core/base/a.h", "#include \"core/base/a2.h\"\n",
            "core/base/a.h: includes itself by way of core/base/a2.h");
    }
    void eachBreachIsFound()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, content);
        QFETCH(QString, fault);
        const QTemporaryDir tree = tidyTree();
        write(tree, path, content);
        QCOMPARE(brokenRules(tree.path()).join(QLatin1Char('\n')), fault);
    }

    void tablesAreCheckedThemselves_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("fault");

        QTest::newRow("window into storage")
            << QByteArray("| `ui/pages` | `core/base` |") << QByteArray("| `ui/pages` | `core/base`, `core/storage` |")
            << QStringLiteral("ui/pages may never include core/storage");
        QTest::newRow("circle of rooms") << QByteArray("| `core/base` | nothing |")
                                         << QByteArray("| `core/base` | `ui/pages` |")
                                         << QStringLiteral("core/base names ui/pages, which does not stand above it");
        QTest::newRow("row without a room")
            << QByteArray("| `ui/pages` |") << QByteArray("| `core/old` | |\n| `ui/pages` |")
            << QStringLiteral("has a row for core/old, which has no sources");
        QTest::newRow("no table") << QByteArray("Outside libraries") << QByteArray("Parts")
                                  << QStringLiteral("a table is missing");
    }
    void tablesAreCheckedThemselves()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, fault);
        const QTemporaryDir tree = tidyTree();
        write(tree, QStringLiteral("ARCHITECTURE.md"), QByteArray(tables).replace(from, to));
        QVERIFY(brokenRules(tree.path()).join(QLatin1Char('\n')).contains(QStringLiteral("ARCHITECTURE.md: ") + fault));
    }

private:
    static constexpr const char *tables = "# Built so\n"
                                          "## Allowed includes\n"
                                          "| room | may include |\n"
                                          "|---|---|\n"
                                          "| `core/base` | nothing |\n"
                                          "| `core/storage` | `core/base` |\n"
                                          "| `ui/pages` | `core/base` |\n"
                                          "\n"
                                          "## Outside libraries\n"
                                          "| header | room |\n"
                                          "|---|---|\n"
                                          "| `sqlite3.h` | `core/storage` |\n"
                                          "| `QImage` | `core/storage` |\n";

    static void write(const QTemporaryDir &tree, const QString &path, const QByteArray &content)
    {
        const QString full = tree.filePath(path);
        QVERIFY(QDir().mkpath(QFileInfo(full).path()));
        QFile file(full);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    static QTemporaryDir tidyTree()
    {
        QTemporaryDir tree;
        write(tree, QStringLiteral("ARCHITECTURE.md"), tables);
        write(tree, QStringLiteral("core/base/a.h"), "#include <vector>\n\n#include <QString>\n");
        write(tree, QStringLiteral("core/base/a2.h"), "#include \"core/base/a.h\"\n");
        write(tree, QStringLiteral("core/base/twice.h"),
              "namespace adit {\nclass Other;\nstruct Twice\n{\n};\n}\nnamespace adit::inner {\nstruct "
              "Twice\n{\n};\n}\n");
        write(tree, QStringLiteral("core/storage/b.h"),
              "#include \"core/base/a.h\"\n\n#include <QImageReader>\n\n#include <sqlite3.h>\n");
        write(tree, QStringLiteral("ui/pages/p.h"), "#include \"core/base/a.h\"\n\n#include <QWidget>\n");
        write(tree, QStringLiteral("tests/t.cpp"), "#include <QTest>\n\n#include \"t.moc\"\n");
        return tree;
    }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
