#include "core/itemroles.h"
#include "widgets/common/layoutmemory.h"
#include "widgets/common/timewords.h"
#include "widgets/style/theme.h"
#include "widgets/table/datatable.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QJsonObject>
#include <QMenu>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace nc;

class TestDataTable : public QObject {
    Q_OBJECT

    static QStandardItem* item(const QVariant& value)
    {
        auto* cell = new QStandardItem;
        cell->setData(value, Qt::DisplayRole);
        return cell;
    }

    static void fill(QStandardItemModel& model)
    {
        for (int i = 0; i < 3; ++i) {
            auto* state = item(u"raw"_s);
            state->setData(i == 0 ? u"replayed"_s : u"open"_s, roles::State);
            state->setData(int(i == 0 ? Tone::Ok : Tone::Error), roles::Tone);
            // fixed time: the far past, shown by its date, on which the zones of the world differ.
            model.appendRow({item(u"line one\nand \"two\" %1"_s.arg(i)), item(qint64(1234567) * (3 - i)),
                item(qint64(1'700'000'000'000) + i), state});
        }
    }

    static QList<Column> columns()
    {
        return {{u"Text"_s, ColumnKind::Text, 100, true}, {u"Number"_s, ColumnKind::Number},
            {u"Time"_s, ColumnKind::Time}, {u"State"_s, ColumnKind::State}};
    }

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void showsWordsForRawValues()
    {
        QStandardItemModel model;
        fill(model);
        for (const auto sorting : {DataTable::Sorting::None, DataTable::Sorting::ByColumn}) {
            DataTable table(u"t"_s);
            table.setColumns(columns());
            table.setSource(&model, sorting);
            const QAbstractItemModelTester tester(
                table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
            QCOMPARE(table.model()->headerData(1, Qt::Horizontal).toString(), u"Number"_s);
            QCOMPARE(table.model()->index(0, 1).data().toString(), u"3,703,701"_s);
            QCOMPARE(table.model()->index(0, 3).data().toString(), u"replayed"_s);
            // fixed time: the 14th or the 15th, by the zone.
            QVERIFY(table.model()->index(0, 2).data(Qt::ToolTipRole).toString().contains(u"2023-11-1"_s));
            QVERIFY(table.model()->index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        }
    }

    void sortsByTheRawValue()
    {
        QStandardItemModel model;
        fill(model);
        DataTable table(u"t"_s);
        table.setColumns(columns());
        table.setSource(&model, DataTable::Sorting::ByColumn);
        table.sortBy(1, Qt::AscendingOrder);
        QCOMPARE(table.model()->index(0, 1).data().toString(), u"1,234,567"_s);
        QCOMPARE(table.toSource(table.model()->index(0, 0)).row(), 2);
        table.selectSourceRow(0);
        QCOMPARE(table.currentIndex().row(), 2);
        QCOMPARE(table.currentSource().row(), 0);
    }

    void copiesForASpreadsheet()
    {
        QStandardItemModel model;
        fill(model);
        DataTable table(u"t"_s);
        table.setColumns(columns());
        table.setSource(&model);
        table.show();
        table.selectAll();
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        const QString text = QApplication::clipboard()->text();
        QVERIFY(text.startsWith(u"Text\tNumber\tTime\tState\n"_s));
        QVERIFY2(text.contains(u"\"line one\nand \"\"two\"\" 0\"\t3703701\t2023-11-14T22:13:20.000Z\treplayed\n"_s),
            qPrintable(text));
        QCOMPARE(table.selectedSourceRows().size(), 3);
    }

    void enterOpensTheRow()
    {
        QStandardItemModel model;
        fill(model);
        DataTable table(u"t"_s);
        table.setColumns(columns());
        table.setSource(&model, DataTable::Sorting::ByColumn);
        table.show();
        table.selectSourceRow(1);
        QSignalSpy opened(&table, &DataTable::opened);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<QModelIndex>().row(), 1);
    }

    void rowsAreOnTheGrid()
    {
        const Theme theme(*qobject_cast<QApplication*>(QCoreApplication::instance()));
        QStandardItemModel model;
        fill(model);
        DataTable table(u"t"_s);
        table.setColumns(columns());
        table.setSource(&model);
        QCOMPARE(table.rowHeight(0), 28);
        QVERIFY(!table.showGrid());
    }

    void columnsAreHiddenAndShownFromTheTitles()
    {
        QTemporaryDir folder;
        QWidget window;
        LayoutMemory memory(folder.path(), &window);
        auto* table = new DataTable(u"columns"_s, &window);
        QStandardItemModel model;
        fill(model);
        table->setColumns({{u"A"_s}, {u"B"_s}, {.title = u"C"_s, .hidden = true}});
        table->setSource(&model);
        window.show();
        QVERIFY(table->isColumnHidden(2));
        const auto toggle = [&](int column) {
            Q_EMIT table->horizontalHeader()->customContextMenuRequested({4, 4});
            auto* menu = table->findChild<QMenu*>(u"columnsMenu"_s);
            QVERIFY(menu);
            menu->actions().at(column)->trigger();
            delete menu;
        };
        toggle(2);
        QVERIFY(!table->isColumnHidden(2));
        toggle(1);
        QVERIFY(table->isColumnHidden(1));
        // A new language, or another topic in the same table, does not undo what a person chose.
        table->setColumns({{u"А"_s}, {u"Б"_s}, {.title = u"В"_s, .hidden = true}});
        QVERIFY(table->isColumnHidden(1));
        QVERIFY(!table->isColumnHidden(2));
        toggle(2);
        Q_EMIT table->horizontalHeader()->customContextMenuRequested({4, 4});
        QVERIFY(!table->findChild<QMenu*>(u"columnsMenu"_s)->actions().at(0)->isEnabled());
    }

    void widthsAreRemembered()
    {
        QTemporaryDir folder;
        QStandardItemModel model;
        fill(model);
        {
            QWidget window;
            LayoutMemory memory(folder.path(), &window);
            DataTable table(u"kept"_s, &window);
            table.setColumns(columns());
            table.setSource(&model);
            window.show();
            table.setColumnWidth(1, 177);
        }
        QWidget window;
        LayoutMemory memory(folder.path(), &window);
        DataTable table(u"kept"_s, &window);
        table.setColumns(columns());
        table.setSource(&model);
        window.show();
        QCOMPARE(table.columnWidth(1), 177);
    }

    void retitlingKeepsTheSelection()
    {
        QStandardItemModel model;
        fill(model);
        DataTable table(u"t"_s);
        table.setColumns(columns());
        table.setSource(&model);
        table.selectSourceRow(2);
        QList<Column> other = columns();
        other[0].title = u"Текст"_s;
        table.setColumns(other);
        QCOMPARE(table.model()->headerData(0, Qt::Horizontal).toString(), u"Текст"_s);
        QCOMPARE(table.currentSource().row(), 2);
    }
};

QTEST_MAIN(TestDataTable)
#include "tst_datatable.moc"
